using GraphQLTokens.Service.Persistence.Listing;

namespace GraphQLTokens.Service.GraphQL.Tokens;

/// <summary>The schema's <c>APITokenOrderInput</c>: exactly one of these is given.</summary>
internal sealed record TokenOrderInput
{
    public SortDirection? Name { get; init; }

    public SortDirection? CreatedAt { get; init; }

    public SortDirection? ExpiresAt { get; init; }

    public SortDirection? LastUsedAt { get; init; }

    public static IReadOnlyList<TokenOrder>? ToOrder(IReadOnlyList<TokenOrderInput>? order) => order is null ? null : [.. order.Select(one => one.ToOrder())];

    private TokenOrder ToOrder() => this switch
    {
        { Name: { } direction } => By(TokenSortKey.Name, direction),
        { CreatedAt: { } direction } => By(TokenSortKey.CreatedAt, direction),
        { ExpiresAt: { } direction } => By(TokenSortKey.ExpiresAt, direction),
        { LastUsedAt: { } direction } => By(TokenSortKey.LastUsedAt, direction),
        _ => throw new InvalidOperationException("A OneOf input object holds one value."),
    };

    private static TokenOrder By(TokenSortKey key, SortDirection direction) => new(key, direction is SortDirection.Desc);
}

/// <summary>The schema's <c>SortDirection</c>.</summary>
internal enum SortDirection
{
    Asc,
    Desc,
}
