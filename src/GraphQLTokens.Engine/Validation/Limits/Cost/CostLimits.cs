namespace GraphQLTokens.Engine.Validation.Limits.Cost;

/// <summary>
/// What an operation may cost by the GraphQL Cost Directives specification (IBM, draft of 2021), worked out before it runs with the variables of
/// the request. Costs have no unit: one is an object answered, or a field resolved.
/// </summary>
/// <exception cref="ArgumentOutOfRangeException">A limit is negative.</exception>
public sealed record CostLimits
{
    /// <summary>The most that all answered values may cost together: an object is 1 unless <c>@cost</c> says otherwise. Fifty pages of a hundred objects.</summary>
    public double MaxTypeCost { get; init => field = NotNegative(value); } = 5_000;

    /// <summary>The most that all resolved fields, their arguments included, may cost together: a field that answers objects is 1 unless <c>@cost</c> says otherwise.</summary>
    public double MaxFieldCost { get; init => field = NotNegative(value); } = 5_000;

    /// <summary>The most that a slicing argument named by <c>@listSize</c> may ask for.</summary>
    public int MaxPageSize { get; init => field = (int)NotNegative(value); } = 100;

    /// <summary>How long a list is taken to be where the schema does not say.</summary>
    public int DefaultListSize { get; init => field = (int)NotNegative(value); } = 10;

    /// <summary>Whether a request with <c>"extensions": { "cost": true }</c> is told what it costs.</summary>
    public bool ReportOnRequest { get; init; } = true;

    private static double NotNegative(double value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        return value;
    }
}
