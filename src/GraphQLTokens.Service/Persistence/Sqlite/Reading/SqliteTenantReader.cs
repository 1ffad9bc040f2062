using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Reading;

namespace GraphQLTokens.Service.Persistence.Sqlite.Reading;

internal sealed class SqliteTenantReader(SqliteReadPool pool) : ITenantReader
{
    // Ancestry has a row for the tenant itself, too.
    private const string InSight = """
        SELECT t.ParentId, t.Name, t.Enabled, t.CreatedAt
        FROM tenants t JOIN tenant_ancestry a ON a.DescendantId = t.Id
        WHERE t.Id = ? AND a.AncestorId = ?
        """;

    private const string Sight = """
        SELECT t.ParentId IS NULL, EXISTS (SELECT 1 FROM tenant_ancestry a WHERE a.AncestorId = t.Id AND a.Depth > 0)
        FROM tenants t WHERE t.Id = ?
        """;

    public ValueTask<IReadOnlyDictionary<Guid, Tenant>> FindAsync(Guid viewerId, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, Tenant>(ids.Count);
        using var connection = pool.Rent();
        foreach (var id in ids)
        {
            using var read = connection.Begin(InSight, cancellationToken);
            read.Bind(id);
            read.Bind(viewerId);
            if (read.Next())
                found[id] = new Tenant { Id = id, ParentId = read.OptionalId(0), Name = read.Text(1), Enabled = read.Flag(2), CreatedAt = read.Instant(3) };
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
}
