using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Reading;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Persistence.Listing;

/// <summary>The tokens in sight of a tenant, for writes: looked up inside the write, whose transaction sees what it has changed itself.</summary>
internal static class TokenQuery
{
    /// <summary>As <see cref="TenantSight"/> has it.</summary>
    public static async Task<IQueryable<ApiToken>> TokensInSightAsync(this TokensDbContext db, Guid tenantId, CancellationToken cancellationToken)
    {
        // Once for both reads: EF Core sets a connection up anew each time it opens one. Disposing of the context closes it.
        await db.Database.OpenConnectionAsync(cancellationToken);
        var present = db.Tokens.Where(token => token.DeletedAt == null);
        var place = await db.Tenants
            .Where(tenant => tenant.Id == tenantId)
            .Select(tenant => new { IsRoot = tenant.ParentId == null, HasOthersBelow = db.TenantAncestry.Any(row => row.AncestorId == tenantId && row.Depth > 0) })
            .SingleOrDefaultAsync(cancellationToken);
        return TenantSight.Of(tenantId, place?.IsRoot ?? false, place?.HasOthersBelow ?? false).Kind switch
        {
            TenantSightKind.Everything => present,
            TenantSightKind.Below => present.Where(token => db.TenantAncestry.Any(row => row.AncestorId == tenantId && row.DescendantId == token.TenantId)),
            TenantSightKind.Own => present.Where(token => token.TenantId == tenantId),
        };
    }
}
