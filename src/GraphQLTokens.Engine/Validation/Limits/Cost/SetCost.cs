namespace GraphQLTokens.Engine.Validation.Limits.Cost;

/// <summary>
/// The cost of a selection set, apart from what an outer field decides: where that field has <c>sizedFields</c>, the lists named there are as long as
/// its arguments say. Kept as a line, so that a fragment is worked out once however many lengths it is used with.
/// </summary>
/// <param name="Fixed">What costs the same whatever the length.</param>
/// <param name="PerItem">What each item of the sized lists adds.</param>
internal readonly record struct SetCost(CostSum Fixed, CostSum PerItem)
{
    public static SetCost operator +(SetCost left, SetCost right) => new(left.Fixed + right.Fixed, left.PerItem + right.PerItem);

    public CostSum At(double listSize) => Fixed + (listSize * PerItem);
}
