using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.TypeSystem.SdlRules;

/// <summary>Section 3.4: every type that is named is defined, or built in.</summary>
internal sealed class KnownTypeNamesRule(SdlRuleContext context) : SdlRule(context)
{
    public override void CheckReference(NamedTypeNode node)
    {
        if (!Context.IsTypeName(node.Name.Value))
            Faults.Report($"Unknown type \"{node}\".", node);
    }
}
