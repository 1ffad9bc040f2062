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
        var verdict = new CostVerdict(cost, limits, walk.Fault ?? CostRefusal.Check("The operation", cost, limits, operation));
        if (!walk.UsedVariables)
            Volatile.Write(ref constant, verdict);
        return verdict;
    }
}
