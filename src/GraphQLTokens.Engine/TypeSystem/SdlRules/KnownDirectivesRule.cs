using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.SdlRules;

/// <summary>Sections 5.7.1 and 5.7.2 for schemas: every directive is defined, and stands where its definition lets it.</summary>
internal sealed class KnownDirectivesRule(SdlRuleContext context) : SdlRule(context)
{
    public override void CheckDirectives(ImmutableArray<DirectiveNode> nodes, DirectiveLocation location, object owner)
    {
        foreach (var node in nodes)
        {
            if (!Context.Directives.TryGetValue(node.Name.Value, out var definition))
                Faults.Report($"Unknown directive \"@{node.Name}\".", node);
            else if (definition.Locations.All(allowed => allowed.Value != location.ToString()))
                Faults.Report($"Directive \"@{node.Name}\" may not be used on {location}.", node);
        }
    }
}
