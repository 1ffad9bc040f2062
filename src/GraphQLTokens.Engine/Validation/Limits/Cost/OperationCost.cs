using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Coercion;

namespace GraphQLTokens.Engine.Validation.Limits.Cost;

/// <summary>The cost of one valid operation: worked out once where no variable takes part, otherwise for each request.</summary>
internal sealed class OperationCost(CostModel model, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments, OperationDefinitionNode operation)
{
    private CostVerdict? constant;

    /// <param name="limits">Always the same ones for one operation.</param>
    public CostVerdict Judge(IVariableValues variables, CostLimits limits)
    {
        if (Volatile.Read(ref constant) is { } known)
            return known;
        var walk = new CostWalk(model, fragments, limits, variables);
        var cost = walk.Of(operation);
        var verdict = new CostVerdict(cost, limits, walk.Fault ?? TooCostly(cost, limits));
        if (!walk.UsedVariables)
            Volatile.Write(ref constant, verdict);
        return verdict;
    }

    private GraphQLError? TooCostly(CostSum cost, CostLimits limits)
    {
        if (cost.Field > limits.MaxFieldCost)
            return TooCostly("field", cost.Field, limits.MaxFieldCost);
        return cost.Type > limits.MaxTypeCost ? TooCostly("type", cost.Type, limits.MaxTypeCost) : null;
    }

    private GraphQLError TooCostly(string kind, double actual, double limit)
    {
        var extensions = LimitExceeded.Figures(limit, actual);
        extensions.Add("cost", kind);
        return new GraphQLError(
            $"The operation has a {kind} cost of {LimitExceeded.Say(actual)}; at most {LimitExceeded.Say(limit)} is allowed. Ask for shorter pages, or for less of each item.",
            [operation.Location.ToSourceLocation()],
            code: ErrorCodes.CostLimitExceeded,
            extensions: extensions);
    }
}
