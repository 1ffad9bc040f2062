using System.Collections.Concurrent;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Operations.Tenants;

/// <summary>
/// Whether a tenant is the caller's or lies below it, for paths that cannot afford a read each time. A tenant never moves, so what was
/// found once stays true.
/// </summary>
internal sealed class TenantsInSight(IDbContextFactory<TokensDbContext> contexts)
{
    // Bounds the memory; beyond it everything is found anew.
    private const int MaxKnown = 100_000;

    private readonly ConcurrentDictionary<(Guid Above, Guid Below), bool> known = new();

    public ValueTask<bool> IsInSightAsync(Caller caller, Guid tenantId, CancellationToken cancellationToken) =>
        caller.TenantId == tenantId || known.ContainsKey((caller.TenantId, tenantId)) ? ValueTask.FromResult(true) : FindAsync(caller.TenantId, tenantId, cancellationToken);

    private async ValueTask<bool> FindAsync(Guid above, Guid below, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.TenantAncestry.AnyAsync(row => row.AncestorId == above && row.DescendantId == below, cancellationToken))
            return false;
        if (known.Count >= MaxKnown)
            known.Clear();
        known.TryAdd((above, below), true);
        return true;
    }
}
