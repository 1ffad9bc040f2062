using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.TypeSystem.SdlRules;

/// <summary>Section 3.3: no two directives share a name. A built-in one may be defined again.</summary>
internal sealed class UniqueDirectiveNamesRule(SdlRuleContext context) : SdlRule(context)
{
    public override void CheckDirectiveDefinition(DirectiveDefinitionNode node)
    {
        var first = Context.Directives[node.Name.Value];
        if (first != node)
            Faults.Report($"There can be only one directive named \"@{node.Name}\".", first.Name, node.Name);
    }
}
