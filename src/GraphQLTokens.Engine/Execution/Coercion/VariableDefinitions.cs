using System.Text.Json;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Coercion;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Execution.Coercion;

/// <summary>The variables of an operation, their types found and their defaults coerced once; CoerceVariableValues (section 6.1.2) for each request.</summary>
internal sealed class VariableDefinitions
{
    private readonly Definition[] definitions;

    private VariableDefinitions(Definition[] definitions) => this.definitions = definitions;

    /// <summary>Of an operation without any.</summary>
    public static VariableDefinitions None { get; } = new([]);

    private readonly record struct Definition(string Name, GraphQLType Type, object? Default, VariableDefinitionNode Node);

    public static VariableDefinitions Create(Schema schema, OperationDefinitionNode operation)
    {
        var definitions = new Definition[operation.VariableDefinitions.Length];
        for (var index = 0; index < definitions.Length; index++)
        {
            var node = operation.VariableDefinitions[index];
            var type = TypeReferences.Resolve(schema, node.Type)
                ?? throw new InvalidOperationException($"Validation let the unknown type {node.Type} through.");
            var fallback = InputValues.Absent;
            if (node.DefaultValue is not null && LiteralCoercion.TryCoerce(node.DefaultValue, type, null, out var coerced))
                fallback = coerced;
            definitions[index] = new Definition(node.Variable.Name.Value, type, fallback, node);
        }

        return new VariableDefinitions(definitions);
    }

    public int IndexOf(string name)
    {
        for (var index = 0; index < definitions.Length; index++)
        {
            if (definitions[index].Name == name)
                return index;
        }

        return -1;
    }

    /// <param name="json">An object, or null or undefined for none. Members that the operation does not define are ignored.</param>
    /// <param name="errors">Every variable that does not coerce; null on success.</param>
    public bool TryCoerce(JsonElement json, out VariableValues values, out List<GraphQLError>? errors)
    {
        values = VariableValues.None;
        errors = null;
        if (definitions.Length == 0)
            return true;

        var slots = new object?[definitions.Length];
        for (var index = 0; index < slots.Length; index++)
        {
            if (CoerceVariable(definitions[index], json, out slots[index]) is { } error)
                (errors ??= []).Add(error);
        }

        values = new VariableValues(this, slots);
        return errors is null;
    }

    private static GraphQLError? CoerceVariable(Definition variable, JsonElement json, out object? value)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(variable.Name, out var given))
        {
            value = variable.Default;
            return ReferenceEquals(value, InputValues.Absent) && variable.Type.IsNonNull
                ? Error(variable, $"Variable \"${variable.Name}\" of required type \"{variable.Type}\" was not provided.")
                : null;
        }

        value = null;
        if (given.ValueKind == JsonValueKind.Null)
        {
            return variable.Type.IsNonNull
                ? Error(variable, $"Variable \"${variable.Name}\" of non-null type \"{variable.Type}\" must not be null.")
                : null;
        }

        return JsonCoercion.TryCoerce(given, variable.Type, out value, out var fault)
            ? null
            : Error(variable, $"Variable \"${variable.Name}\" got an invalid value{fault.At(variable.Name)}; {fault.Words}");
    }

    private static GraphQLError Error(Definition variable, string message) =>
        new(message, [variable.Node.Location.ToSourceLocation()], code: ErrorCodes.BadUserInput);
}
