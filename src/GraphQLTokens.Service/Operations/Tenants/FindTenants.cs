using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Reading;

namespace GraphQLTokens.Service.Operations.Tenants;

/// <summary>Tenants by id, in one read: those that the caller stands in or above. The others are absent from the answer.</summary>
internal sealed class FindTenants(ITenantReader tenants)
{
    public ValueTask<IReadOnlyDictionary<Guid, Tenant>> RunAsync(Caller caller, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        tenants.FindAsync(caller.TenantId, ids, cancellationToken);
}
