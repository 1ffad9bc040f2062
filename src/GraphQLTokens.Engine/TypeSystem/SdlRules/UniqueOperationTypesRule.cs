using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.TypeSystem.SdlRules;

/// <summary>Section 3.3.1: the schema definition and its extensions name each root at most once.</summary>
internal sealed class UniqueOperationTypesRule(SdlRuleContext context) : SdlRule(context)
{
    private readonly Dictionary<OperationKind, OperationTypeDefinitionNode> seen = [];

    public override void CheckSchema(SchemaNode node)
    {
        foreach (var operation in node.OperationTypes)
        {
            if (!seen.TryAdd(operation.Operation, operation))
                Faults.Report($"There can be only one {Keyword(operation.Operation)} type in schema.", seen[operation.Operation], operation);
        }
    }

    private static string Keyword(OperationKind operation) => operation switch
    {
        OperationKind.Query => "query",
        OperationKind.Mutation => "mutation",
        OperationKind.Subscription => "subscription",
    };
}
