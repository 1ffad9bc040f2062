using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.TypeSystem.SdlRules;

/// <summary>Section 3.3: no two types share a name.</summary>
internal sealed class UniqueTypeNamesRule(SdlRuleContext context) : SdlRule(context)
{
    public override void CheckType(TypeDefinitionNode node)
    {
        if (node is not IExtensionNode && Context.Types[node.Name.Value] is var first && first != node)
            Faults.Report($"There can be only one type named \"{node.Name}\".", first.Name, node.Name);
    }
}
