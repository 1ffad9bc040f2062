using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Listing;

namespace GraphQLTokens.Service.Persistence.Reading;

/// <summary>Reads tokens in sight from the store, without their <see cref="ApiToken.Values"/>. Tombstones are in nobody's sight.</summary>
internal interface ITokenReader
{
    ValueTask<ApiToken?> FindAsync(TenantSight sight, Guid id, CancellationToken cancellationToken);

    /// <summary>Those of the tokens that are in sight; the others are absent from the answer.</summary>
    ValueTask<IReadOnlyDictionary<Guid, ApiToken>> FindAsync(TenantSight sight, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>The page that is asked for, as it is read: one token more than its size where there are more, and from the end backwards.</summary>
    ValueTask<List<ApiToken>> ListAsync(TenantSight sight, TokenPageRequest request, CancellationToken cancellationToken);

    /// <summary>How many tokens the filter matches, on all pages.</summary>
    ValueTask<int> CountAsync(TenantSight sight, TokenPageRequest request, CancellationToken cancellationToken);
}
