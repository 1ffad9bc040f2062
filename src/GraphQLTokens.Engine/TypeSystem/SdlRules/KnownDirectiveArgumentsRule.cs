using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.SdlRules;

/// <summary>Section 5.4.1 for schemas: a directive is given no argument that it does not define.</summary>
internal sealed class KnownDirectiveArgumentsRule(SdlRuleContext context) : SdlRule(context)
{
    public override void CheckDirectives(ImmutableArray<DirectiveNode> nodes, DirectiveLocation location, object owner)
    {
        foreach (var node in nodes)
        {
            if (!Context.Directives.TryGetValue(node.Name.Value, out var definition))
                continue;
            foreach (var argument in node.Arguments)
            {
                if (definition.Arguments.All(known => known.Name.Value != argument.Name.Value))
                    Faults.Report($"Unknown argument \"{argument.Name}\" on directive \"@{node.Name}\".", argument);
            }
        }
    }
}
