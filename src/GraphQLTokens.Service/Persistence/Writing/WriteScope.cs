using GraphQLTokens.Service.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace GraphQLTokens.Service.Persistence.Writing;

/// <summary>What one write works with: the context to change, and the changes to announce once they are committed.</summary>
internal sealed class WriteScope
{
    private readonly List<StoreChange> changes = [];

    public WriteScope(TokensDbContext db)
    {
        Db = db;
        db.SavingChanges += (_, _) => ChangesTenants |= db.ChangeTracker.Entries().Any(IsOfTenants);
    }

    public TokensDbContext Db { get; }

    public IReadOnlyList<StoreChange> Changes => changes;

    /// <summary>
    /// Whether tenants, or which of them lies below which, were added, changed or removed. Noticed here rather than said by whoever changes them, so that no
    /// such change can forget to.
    /// </summary>
    public bool ChangesTenants { get; private set; }

    /// <param name="kind">Null: only who presents it is concerned, not who reads it.</param>
    public void Announce(TokenChangeKind? kind, Guid tokenId, Guid tenantId) => changes.Add(new StoreChange(kind, tokenId, tenantId));

    private static bool IsOfTenants(EntityEntry entry) => entry is { Entity: Tenant or TenantAncestry, State: not EntityState.Unchanged };
}
