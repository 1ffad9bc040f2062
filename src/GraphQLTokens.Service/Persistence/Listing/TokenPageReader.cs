using GraphQLTokens.Service.Domain;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Persistence.Listing;

/// <summary>Reads pages by keyset: it begins at a place in an index, wherever in the list that is, and counts nothing off.</summary>
internal sealed class TokenPageReader(IDbContextFactory<TokensDbContext> contexts)
{
    public async Task<TokenPage> ReadAsync(TokenPageRequest request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var tokens = await SelectAsync(db, request, cancellationToken);
        if (request.After is not null)
            tokens = tokens.Where(Keyset.Beyond(request.After, reversed: false));
        if (request.Before is not null)
            tokens = tokens.Where(Keyset.Beyond(request.Before, reversed: true));

        // One more than asked for tells whether there are more.
        var found = await Keyset.OrderBy(tokens, request.Order, request.FromEnd).Take(request.Size + 1).ToListAsync(cancellationToken);
        var more = found.Count > request.Size;
        if (more)
            found.RemoveAt(request.Size);
        if (request.FromEnd)
            found.Reverse();
        return new TokenPage(
            found,
            [.. found.Select(token => TokenCursor.Of(token, request.Order).Encode())],
            HasNext: request.FromEnd ? request.Before is not null : more,
            HasPrevious: request.FromEnd ? more : request.After is not null);
    }

    public async Task<int> CountAsync(TokenPageRequest request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (await SelectAsync(db, request, cancellationToken)).CountAsync(cancellationToken);
    }

    private static async Task<IQueryable<ApiToken>> SelectAsync(TokensDbContext db, TokenPageRequest request, CancellationToken cancellationToken) =>
        (await db.TokensInSightAsync(request.TenantId, cancellationToken)).AsNoTracking().Matching(request.Filter, request.Now);
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
}

/// <summary>
/// The tokens in order, each with its cursor. On the side that the page was not read towards, "has more" says that a cursor was given there.
/// </summary>
internal sealed record TokenPage(IReadOnlyList<ApiToken> Tokens, IReadOnlyList<string> Cursors, bool HasNext, bool HasPrevious);
