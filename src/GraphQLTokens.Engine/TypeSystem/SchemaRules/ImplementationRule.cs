using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.SchemaRules;

/// <summary>
/// Sections 3.6 and 3.7, IsValidImplementation: a type has every field of its interfaces, of the same type or a narrower one, with the same
/// arguments; further arguments are optional; and what an interface still supports, it does not call deprecated.
/// </summary>
internal static class ImplementationRule
{
    public static void Check(SchemaRuleContext context)
    {
        foreach (var type in context.OwnTypes.OfType<IFieldsType>())
        {
            foreach (var expected in type.Interfaces.Where(@interface => !ReferenceEquals(@interface, type)).SelectMany(@interface => @interface.Fields))
            {
                if (type.Fields.TryGet(expected.Name, out var field))
                    CheckField(context, expected, field);
                else
                    context.Report($"Interface field {expected} expected but {type.Name} does not provide it.", [expected.Node, .. ((NamedType)type).Nodes]);
            }
        }
    }

    private static void CheckField(SchemaRuleContext context, FieldDefinition expected, FieldDefinition field)
    {
        if (!TypeComparison.IsSubType(context.Schema, field.Type, expected.Type))
        {
            context.Report(
                $"Interface field {expected} expects type {expected.Type} but {field} is type {field.Type}.",
                expected.Node?.Type, field.Node?.Type);
        }

        foreach (var argument in expected.Arguments)
            CheckArgument(context, $"{expected}({argument.Name}:)", argument, field);
        foreach (var added in field.Arguments.Where(added => added.IsRequired && !expected.Arguments.Contains(added.Name)))
        {
            context.Report(
                $"Object field {field} includes required argument {added.Name} that is missing from the Interface field {expected}.",
                added.Node, expected.Node);
        }

        if (field.DeprecationReason is not null && expected.DeprecationReason is null)
        {
            context.Report(
                $"Interface field {expected} is not deprecated, so implementation field {field} must not be deprecated.",
                DeprecationNodes.Of(field.Directives, field.Node?.Type));
        }
    }

    private static void CheckArgument(SchemaRuleContext context, string coordinate, InputValueDefinition expected, FieldDefinition field)
    {
        if (!field.Arguments.TryGet(expected.Name, out var argument))
        {
            context.Report($"Interface field argument {coordinate} expected but {field} does not provide it.", expected.Node, field.Node);
        }
        else if (!GraphQLType.Same(expected.Type, argument.Type))
        {
            context.Report(
                $"Interface field argument {coordinate} expects type {expected.Type} but {field}({argument.Name}:) is type {argument.Type}.",
                expected.Node?.Type, argument.Node?.Type);
        }
    }
}
