using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Persistence.Reading;

/// <summary>Reads tenants from the store.</summary>
internal interface ITenantReader
{
    /// <summary>Those of the tenants that the viewing one stands in or above; the others are absent from the answer.</summary>
    ValueTask<IReadOnlyDictionary<Guid, Tenant>> FindAsync(Guid viewerId, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>Ask <see cref="TenantSights"/>, which remembers.</summary>
    ValueTask<TenantSight> FindSightAsync(Guid tenantId, CancellationToken cancellationToken);

    /// <summary>Whether the one tenant lies below the other. Ask <see cref="TenantSights"/>, which remembers.</summary>
    ValueTask<bool> IsBelowAsync(Guid aboveId, Guid belowId, CancellationToken cancellationToken);
}
