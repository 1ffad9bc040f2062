using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GraphQLTokens.Service.Persistence;

/// <summary>Whether the store answers: the root tenant, which every store has, is found in time.</summary>
internal sealed class StoreHealthCheck(IDbContextFactory<TokensDbContext> contexts, TimeProvider time) : IHealthCheck
{
    // A store that takes longer than this for one row serves nobody.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(either.Token);
        return await db.Tenants.AnyAsync(tenant => tenant.ParentId == null, either.Token)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The store holds no root tenant.");
    }
}
