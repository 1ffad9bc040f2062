namespace GraphQLTokens.Engine.Validation.FieldMerging;

/// <summary>Scopes that are merged into one, as a key: equal when made of the same scopes and checked for the same.</summary>
internal readonly struct ScopeSet : IEquatable<ScopeSet>
{
    private readonly int[] ids;
    private readonly int hash;

    private ScopeSet(int[] ids)
    {
        this.ids = ids;
        var hashing = new HashCode();
        foreach (var id in ids)
            hashing.Add(id);
        hash = hashing.ToHashCode();
    }

    /// <param name="scopes">In the order of their ids.</param>
    /// <param name="shapeOnly">What is checked; it stands at the front of the key.</param>
    public static ScopeSet Of(List<FieldScope> scopes, bool shapeOnly)
    {
        var ids = new int[scopes.Count + 1];
        ids[0] = shapeOnly ? 1 : 0;
        for (var index = 0; index < scopes.Count; index++)
            ids[index + 1] = scopes[index].Id;
        return new ScopeSet(ids);
    }

    public bool Equals(ScopeSet other) => hash == other.hash && ids.AsSpan().SequenceEqual(other.ids);

    public override bool Equals(object? obj) => obj is ScopeSet other && Equals(other);

    public override int GetHashCode() => hash;
}
