using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Reading;

namespace GraphQLTokens.Service.Persistence.Sqlite.Reading;

internal sealed class SqliteTenantReader(SqliteReadPool pool) : ITenantReader
{
    // Ancestry has a row for the tenant itself, too. A join could begin at the viewer, and go through all that it sees.

    /// <summary>A <see cref="SqliteIdList"/> is to follow, its values behind the viewer's.</summary>
    internal const string InSight = """
        SELECT t.Id, t.ParentId, t.Name, t.Enabled, t.CreatedAt
        FROM tenants t
        WHERE EXISTS (SELECT 1 FROM tenant_ancestry a WHERE a.AncestorId = ? AND a.DescendantId = t.Id) AND t.Id
        """;

    private const string Sight = """
        SELECT t.ParentId IS NULL, EXISTS (SELECT 1 FROM tenant_ancestry a WHERE a.AncestorId = t.Id AND a.Depth > 0)
        FROM tenants t WHERE t.Id = ?
        """;

    private const string Below = "SELECT 1 FROM tenant_ancestry WHERE AncestorId = ? AND DescendantId = ? AND Depth > 0";

    public ValueTask<IReadOnlyDictionary<Guid, Tenant>> FindAsync(Guid viewerId, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, Tenant>(ids.Count);
        using var connection = pool.Rent();
        foreach (var some in ids.Chunk(SqliteIdList.MaxLength))
        {
            using var read = connection.Begin(InSight, SqliteIdList.Of(some.Length), cancellationToken);
            read.Bind(viewerId);
            read.Bind(some);
            while (read.Next())
                found[read.Id(0)] = new Tenant { Id = read.Id(0), ParentId = read.OptionalId(1), Name = read.Text(2), Enabled = read.Flag(3), CreatedAt = read.Instant(4) };
        }
        return ValueTask.FromResult<IReadOnlyDictionary<Guid, Tenant>>(found);
    }

    public ValueTask<TenantSight> FindSightAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        using var connection = pool.Rent();
        using var read = connection.Begin(Sight, cancellationToken);
        read.Bind(tenantId);
        return ValueTask.FromResult(read.Next() ? TenantSight.Of(tenantId, isRoot: read.Flag(0), hasOthersBelow: read.Flag(1)) : TenantSight.Of(tenantId, false, false));
    }

    public ValueTask<bool> IsBelowAsync(Guid aboveId, Guid belowId, CancellationToken cancellationToken)
    {
        using var connection = pool.Rent();
        using var read = connection.Begin(Below, cancellationToken);
        read.Bind(aboveId);
        read.Bind(belowId);
        return ValueTask.FromResult(read.Next());
    }
}
