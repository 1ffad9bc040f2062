using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.SchemaRules;

/// <summary>Section 3.9, type validation: an enum has values.</summary>
internal static class EnumRule
{
    public static void Check(SchemaRuleContext context)
    {
        foreach (var type in context.OwnTypes.OfType<EnumType>().Where(type => type.Values.Count == 0))
            context.Report($"Enum type {type} must define one or more values.", type.Nodes);
    }
}
