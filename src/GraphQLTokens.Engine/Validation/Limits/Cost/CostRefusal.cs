using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Validation.Limits.Cost;

/// <summary>Holds a cost to its limits.</summary>
internal static class CostRefusal
{
    /// <param name="what">What costs so much, as a message begins: "The operation".</param>
    /// <param name="operation">Where the error points to.</param>
    /// <returns>Null where it costs no more than it may.</returns>
    public static GraphQLError? Check(string what, CostSum cost, CostLimits limits, OperationDefinitionNode? operation = null)
    {
        if (cost.Field > limits.MaxFieldCost)
            return Error(what, "field", cost.Field, limits.MaxFieldCost, operation);
        return cost.Type > limits.MaxTypeCost ? Error(what, "type", cost.Type, limits.MaxTypeCost, operation) : null;
    }

    private static GraphQLError Error(string what, string kind, double actual, double limit, OperationDefinitionNode? operation)
    {
        var extensions = LimitExceeded.Figures(limit, actual);
        extensions.Add("cost", kind);
        return new GraphQLError(
            $"{what} has a {kind} cost of {LimitExceeded.Say(actual)}; at most {LimitExceeded.Say(limit)} is allowed. Ask for shorter pages, or for less of each item.",
            operation is null ? [] : [operation.Location.ToSourceLocation()],
            code: ErrorCodes.CostLimitExceeded,
            extensions: extensions);
    }
}
