using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.SdlRules;

/// <summary>Section 5.4.3 for schemas: a directive is given every argument whose type is non-null and that has no default.</summary>
internal sealed class RequiredDirectiveArgumentsRule(SdlRuleContext context) : SdlRule(context)
{
    public override void CheckDirectives(ImmutableArray<DirectiveNode> nodes, DirectiveLocation location, object owner)
    {
        foreach (var node in nodes)
        {
            if (!Context.Directives.TryGetValue(node.Name.Value, out var definition))
                continue;
            foreach (var required in definition.Arguments.Where(argument => argument is { Type: NonNullTypeNode, DefaultValue: null }))
            {
                if (node.Arguments.All(given => given.Name.Value != required.Name.Value))
                    Faults.Report($"Directive \"@{node.Name}\" argument \"{required.Name}\" of type \"{required.Type}\" is required, but it was not provided.", node);
            }
        }
    }
}
