namespace GraphQLTokens.Engine.Validation.Limits;

/// <summary>
/// The most that one operation of a document may ask for, counted before anything is validated. A fragment counts wherever it is spread.
/// Not in the specification; <c>docs/limits.md</c> says what each guards against.
/// </summary>
/// <exception cref="ArgumentOutOfRangeException">A limit is negative.</exception>
public sealed record DocumentLimits
{
    /// <summary>Fields that one selection set collects, its fragments included, before equal ones are merged. The widest type of a usual schema has half as many.</summary>
    public int MaxSelections { get; init => field = NotNegative(value); } = 100;

    /// <summary>Aliases. Without them, a field is asked for once, however often it is written.</summary>
    public int MaxAliases { get; init => field = NotNegative(value); } = 30;

    /// <summary>Fields of the root type, equal ones counted each: what runs side by side in a query, and in turn in a mutation.</summary>
    public int MaxRootFields { get; init => field = NotNegative(value); } = 20;

    /// <summary>Fragment spreads, those within spread fragments included. Generated clients spread a fragment for each part of a page; introspection takes 15.</summary>
    public int MaxFragmentSpreads { get; init => field = NotNegative(value); } = 200;

    /// <summary>
    /// How often <c>fields</c>, <c>inputFields</c>, <c>interfaces</c> or <c>possibleTypes</c> may stand within each other in introspection: each multiplies the
    /// answer by a list. The introspection query of tools needs 1. Chains of <c>ofType</c> multiply nothing and are not counted.
    /// </summary>
    public int MaxIntrospectionDepth { get; init => field = NotNegative(value); } = 2;

    private static int NotNegative(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        return value;
    }
}
