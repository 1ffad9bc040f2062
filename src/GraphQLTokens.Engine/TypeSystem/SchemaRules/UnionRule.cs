using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.SchemaRules;

/// <summary>Section 3.8, type validation: a union has members, each an object type and named once.</summary>
internal static class UnionRule
{
    public static void Check(SchemaRuleContext context)
    {
        foreach (var union in context.OwnTypes.OfType<UnionType>())
        {
            var members = union.Nodes.OfType<UnionTypeNode>().SelectMany(node => node.Types).GroupBy(node => node.Name.Value).ToList();
            if (members.Count == 0)
                context.Report($"Union type {union} must define one or more member types.", union.Nodes);
            foreach (var member in members)
            {
                if (member.Skip(1).Any())
                    context.Report($"Union type {union} can only include type {member.Key} once.", member);
                if (context.Schema.Types[member.Key] is not ObjectType)
                    context.Report($"Union type {union} can only include Object types, it cannot include {member.Key}.", member);
            }
        }
    }
}
