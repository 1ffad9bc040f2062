using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Operations.Tenants;

/// <summary>Tenants by id, in one read: those that the caller stands in or above. The others are absent from the answer.</summary>
internal sealed class FindTenants(IDbContextFactory<TokensDbContext> contexts)
{
    public async Task<IReadOnlyDictionary<Guid, Tenant>> RunAsync(Caller caller, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Tenants.AsNoTracking()
            .Where(tenant => ids.Contains(tenant.Id)
                && db.TenantAncestry.Any(row => row.AncestorId == caller.TenantId && row.DescendantId == tenant.Id))
            .ToDictionaryAsync(tenant => tenant.Id, cancellationToken);
    }
}
