using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Coercion;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Execution.Coercion;

/// <summary>CoerceArgumentValues (section 6.4.1).</summary>
internal static class ArgumentCoercion
{
    public static bool TryCoerce(
        NamedList<InputValueDefinition> definitions, FieldNode field, VariableValues? variables, out InputValues values, out GraphQLError? error)
    {
        var slots = new object?[definitions.Count];
        values = new InputValues(definitions, slots);
        for (var index = 0; index < slots.Length; index++)
        {
            if (!TryArgument(definitions[index], field, variables, out slots[index], out error))
                return false;
        }

        error = null;
        return true;
    }

    private static bool TryArgument(InputValueDefinition definition, FieldNode field, VariableValues? variables, out object? value, out GraphQLError? error)
    {
        error = null;
        var node = Find(field, definition.Name);
        if (node is null || LiteralCoercion.IsAbsentVariable(node.Value, variables))
        {
            value = definition.HasDefault ? definition.DefaultValue : InputValues.Absent;
            if (definition.IsRequired)
            {
                error = node?.Value is VariableNode absent
                    ? Error($"Argument \"{definition.Name}\" of required type \"{definition.Type}\" was provided the variable \"${absent.Name.Value}\" which was not provided a runtime value.", node.Value)
                    : Error($"Argument \"{definition.Name}\" of required type \"{definition.Type}\" was not provided.", field);
            }

            return error is null;
        }

        if (LiteralCoercion.TryCoerce(node.Value, definition.Type, variables, out value))
            return true;
        error = node.Value is VariableNode or NullValueNode
            ? Error($"Argument \"{definition.Name}\" of non-null type \"{definition.Type}\" must not be null.", node.Value)
            : Error($"Argument \"{definition.Name}\" has invalid value {SyntaxPrinter.Print(node.Value)}.", node.Value);
        return false;
    }

    private static ArgumentNode? Find(FieldNode field, string name)
    {
        foreach (var argument in field.Arguments)
        {
            if (argument.Name.Value == name)
                return argument;
        }

        return null;
    }

    private static GraphQLError Error(string message, SyntaxNode at) =>
        new(message, [at.Location.ToSourceLocation()], code: ErrorCodes.BadUserInput);
}
