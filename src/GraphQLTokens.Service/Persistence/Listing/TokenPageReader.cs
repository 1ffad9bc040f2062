using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Reading;

namespace GraphQLTokens.Service.Persistence.Listing;

/// <summary>Reads pages by keyset: it begins at a place in an index, wherever in the list that is, and counts nothing off.</summary>
internal sealed class TokenPageReader(ITokenReader tokens, TenantSights sights)
{
    public async ValueTask<TokenPage> ReadAsync(TokenPageRequest request, CancellationToken cancellationToken)
    {
        var sight = await sights.OfAsync(request.TenantId, cancellationToken);
        var found = await tokens.ListAsync(sight, request, cancellationToken);
        // One more than asked for tells whether there are more.
        var more = found.Count > request.Size;
        if (more)
            found.RemoveAt(request.Size);
        if (request.FromEnd)
            found.Reverse();
        return new TokenPage(
            found,
            request.Order,
            HasNext: request.FromEnd ? request.Before is not null : more,
            HasPrevious: request.FromEnd ? more : request.After is not null);
    }

    public async ValueTask<int> CountAsync(TokenPageRequest request, CancellationToken cancellationToken) =>
        await tokens.CountAsync(await sights.OfAsync(request.TenantId, cancellationToken), request, cancellationToken);
}

/// <summary>A page of the tokens in sight of a tenant.</summary>
internal sealed record TokenPageRequest
{
    public required Guid TenantId { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required TokenFilter Filter { get; init; }

    /// <summary>At least one key.</summary>
    public required IReadOnlyList<TokenOrder> Order { get; init; }

    public required int Size { get; init; }

    /// <summary>The last ones before <see cref="Before"/> instead of the first ones after <see cref="After"/>.</summary>
    public bool FromEnd { get; init; }

    public TokenCursor? After { get; init; }

    public TokenCursor? Before { get; init; }

    /// <summary>
    /// Reads half the columns, for pages that show no more: identity, owner, creator, name, rights, addresses, the start of the value, the instants of creation, validity and last
    /// use. What else a token has is left at its default. Not for an order by name, whose cursors hold
    /// the name's key as it is stored.
    /// </summary>
    public bool IsBrief { get; init; }
}

/// <summary>The tokens in order. On the side that the page was not read towards, "has more" says that a cursor was given there.</summary>
internal sealed record TokenPage(IReadOnlyList<ApiToken> Tokens, IReadOnlyList<TokenOrder> Order, bool HasNext, bool HasPrevious)
{
    /// <summary>Null on an empty page.</summary>
    public string? StartCursor => Tokens is [var first, ..] ? CursorOf(first) : null;

    /// <summary>Null on an empty page.</summary>
    public string? EndCursor => Tokens is [.., var last] ? CursorOf(last) : null;

    /// <summary>The place of one of the tokens, for another request to begin at.</summary>
    public string CursorOf(ApiToken token) => TokenCursor.Of(token, Order).Encode();
}
