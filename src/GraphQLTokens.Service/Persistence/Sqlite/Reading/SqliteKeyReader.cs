using System.Collections.Immutable;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Keys;

namespace GraphQLTokens.Service.Persistence.Sqlite.Reading;

/// <summary>
/// A key at first sight: one prepared statement on a connection that stays open, since the same read through EF Core costs
/// several times the whole request. A test holds its answer equal to the mapping's.
/// </summary>
internal sealed class SqliteKeyReader(SqliteReadPool pool) : IKeyRecordReader
{
    private const string Statement = """
        SELECT t.TenantId, t.OwnerUserId, t.Name, t.AllPermissions, t.Permissions, t.AllowedBlocks, t.DeniedBlocks,
               t.DeletedAt IS NOT NULL, t.Active, t.NotBefore, t.EndsAt, t.RightsVersion,
               r.Key, r.AllPermissions, r.Permissions,
               u.Enabled, ur.AllPermissions, ur.Permissions,
               NOT EXISTS (SELECT 1 FROM tenant_ancestry a JOIN tenants above ON above.Id = a.AncestorId
                           WHERE a.DescendantId = t.TenantId AND NOT above.Enabled),
               (SELECT group_concat(hex(x.Id)) FROM revoked_access_tokens x WHERE x.TokenId = t.Id),
               v.Generation, v.Hash, v.PepperVersion, v.RetiresAt, v.RetiresOnFirstUse,
               t.RateLimit_Limit, t.RateLimit_Window, t.Metadata
        FROM tokens t
        JOIN token_values v ON v.TokenId = t.Id
        LEFT JOIN roles r ON r.Id = t.RoleId
        LEFT JOIN users u ON u.Id = t.OwnerUserId
        LEFT JOIN roles ur ON ur.Id = u.RoleId
        WHERE t.Id = ?
        ORDER BY v.Generation DESC
        """;

    public ValueTask<KeyRecord?> ReadAsync(Guid tokenId, CancellationToken cancellationToken)
    {
        using var connection = pool.Rent();
        using var read = connection.Begin(Statement, cancellationToken);
        read.Bind(tokenId);
        return ValueTask.FromResult(read.Next() ? Read(read, tokenId) : null);
    }

    private static KeyRecord Read(in SqliteRead read, Guid tokenId)
    {
        var granted = new PermissionSet(read.Flag(3), read.Text(4));
        var byRole = read.IsNull(13) ? PermissionSet.None : new PermissionSet(read.Flag(13), read.Text(14));
        var ofOwner = read.IsNull(16) ? PermissionSet.Everything : new PermissionSet(read.Flag(16), read.Text(17));
        return new KeyRecord
        {
            TokenId = tokenId,
            TenantId = read.Id(0),
            OwnerUserId = read.OptionalId(1),
            Name = read.Text(2),
            RoleKey = read.OptionalText(12),
            Permissions = granted.Union(byRole).Intersect(ofOwner),
            Addresses = new CidrRules(read.Text(5), read.Text(6)),
            Deleted = read.Flag(7),
            Active = read.Flag(8),
            OwnerEnabled = read.IsNull(15) || read.Flag(15),
            TenantEnabled = read.Flag(18),
            NotBefore = read.OptionalInstant(9),
            EndsAt = read.Instant(10),
            RightsVersion = read.Number(11),
            RevokedAccessTokens = read.IsNull(19) ? [] : [.. read.Text(19).Split(',').Select(id => IdConverter.FromBytes(Convert.FromHexString(id)))],
            RateLimit = read.IsNull(25) ? null : new RateLimit((int)read.Number(25), TimeSpan.FromMilliseconds(read.Number(26))),
            Metadata = read.OptionalText(27),
            Values = Values(read),
        };
    }

    private static ImmutableArray<KeyValue> Values(in SqliteRead read)
    {
        var values = ImmutableArray.CreateBuilder<KeyValue>(1);
        do
        {
            values.Add(new KeyValue((int)read.Number(20), new TokenHash(read.Bytes(21).ToArray(), (int)read.Number(22)), read.OptionalInstant(23), read.Flag(24)));
        }
        while (read.Next());
        return values.DrainToImmutable();
    }
}
