namespace GraphQLTokens.Engine.Validation.Limits.Cost;

/// <summary>Type cost and field cost (Cost Directives, "Type Cost", "Field Cost"): what is answered, and what is run. Floating, so that nothing overflows.</summary>
internal readonly record struct CostSum(double Type, double Field)
{
    public static CostSum operator +(CostSum left, CostSum right) => new(left.Type + right.Type, left.Field + right.Field);

    // Zero of anything is nothing, even of what is too large for a number.
    public static CostSum operator *(double count, CostSum each) => count == 0 ? default : new(count * each.Type, count * each.Field);
}
