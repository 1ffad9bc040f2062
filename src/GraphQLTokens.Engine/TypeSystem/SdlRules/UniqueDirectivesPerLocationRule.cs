using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.SdlRules;

/// <summary>Section 5.7.3 for schemas: a directive that is not repeatable stands at most once on an element, its extensions included.</summary>
internal sealed class UniqueDirectivesPerLocationRule(SdlRuleContext context) : SdlRule(context)
{
    private readonly Dictionary<(object Owner, string Name), DirectiveNode> seen = [];

    public override void CheckDirectives(ImmutableArray<DirectiveNode> nodes, DirectiveLocation location, object owner)
    {
        foreach (var node in nodes)
        {
            if (!Context.Directives.TryGetValue(node.Name.Value, out var definition) || definition.IsRepeatable)
                continue;
            var key = (owner, node.Name.Value);
            if (!seen.TryAdd(key, node))
                Faults.Report($"The directive \"@{node.Name}\" can only be used once at this location.", seen[key], node);
        }
    }
}
