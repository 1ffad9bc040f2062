namespace GraphQLTokens.Service.Persistence.Listing;

/// <summary>One key to sort by. The id comes last by itself, in the direction of the last key, and makes the order total.</summary>
internal readonly record struct TokenOrder(TokenSortKey Key, bool Descending)
{
    /// <summary>The newest first.</summary>
    public static readonly IReadOnlyList<TokenOrder> Default = [new(TokenSortKey.CreatedAt, true)];
}

/// <summary>Stands in cursors by number: append only.</summary>
internal enum TokenSortKey
{
    /// <summary>By folded case, then code point.</summary>
    Name = 0,
    CreatedAt = 1,

    /// <summary>Never comes after every instant.</summary>
    ExpiresAt = 2,

    /// <summary>Never used comes before every instant.</summary>
    LastUsedAt = 3,
}
