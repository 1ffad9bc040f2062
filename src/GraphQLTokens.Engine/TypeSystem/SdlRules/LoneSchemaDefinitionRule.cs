using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.TypeSystem.SdlRules;

/// <summary>Section 3.3: a document defines at most one schema.</summary>
internal sealed class LoneSchemaDefinitionRule(SdlRuleContext context) : SdlRule(context)
{
    private bool defined;

    public override void CheckSchema(SchemaNode node)
    {
        if (node is not SchemaDefinitionNode)
            return;
        if (defined)
            Faults.Report("Must provide only one schema definition.", node);
        defined = true;
    }
}
