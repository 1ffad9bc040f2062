using GraphQLTokens.Engine.Execution.Coercion;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.Validation.Limits.Cost;

namespace GraphQLTokens.Engine.Execution.Plans;

/// <summary>A request that nothing stands against any more: valid, coerced, within its limits, planned.</summary>
internal readonly record struct ReadyRequest(GraphQLRequest Request, OperationPlan Plan, VariableValues Variables, CostVerdict Cost)
{
    public bool IsSubscription => Plan.Operation.Operation == OperationKind.Subscription;
}
