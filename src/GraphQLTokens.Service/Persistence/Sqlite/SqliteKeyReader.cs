using System.Collections.Concurrent;
using System.Collections.Immutable;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Keys;
using Microsoft.Data.Sqlite;

namespace GraphQLTokens.Service.Persistence.Sqlite;

/// <summary>
/// A key at first sight: one prepared statement on a connection that stays open, since the same read through EF Core costs
/// several times the whole request. A test holds its answer equal to the mapping's.
/// </summary>
internal sealed class SqliteKeyReader(SqliteStore store) : IKeyRecordReader, IDisposable
{
    private const string Statement = """
        SELECT t.TenantId, t.OwnerUserId, t.Name, t.AllPermissions, t.Permissions, t.AllowedBlocks, t.DeniedBlocks,
               t.DeletedAt IS NOT NULL, t.Active, t.NotBefore, t.EndsAt, t.RightsVersion,
               r.Key, r.AllPermissions, r.Permissions,
               u.Enabled, ur.AllPermissions, ur.Permissions,
               NOT EXISTS (SELECT 1 FROM tenant_ancestry a JOIN tenants above ON above.Id = a.AncestorId
                           WHERE a.DescendantId = t.TenantId AND NOT above.Enabled),
               v.Generation, v.Hash, v.PepperVersion, v.RetiresAt, v.RetiresOnFirstUse,
               t.RateLimit_Limit, t.RateLimit_Window, t.Metadata
        FROM tokens t
        JOIN token_values v ON v.TokenId = t.Id
        LEFT JOIN roles r ON r.Id = t.RoleId
        LEFT JOIN users u ON u.Id = t.OwnerUserId
        LEFT JOIN roles ur ON ur.Id = u.RoleId
        WHERE t.Id = @id
        ORDER BY v.Generation DESC
        """;

    private readonly ConcurrentBag<SqliteCommand> idle = [];

    public async ValueTask<KeyRecord?> ReadAsync(Guid tokenId, CancellationToken cancellationToken)
    {
        if (!idle.TryTake(out var command))
            command = await PrepareAsync(cancellationToken);
        try
        {
            command.Parameters[0].Value = IdConverter.ToBytes(tokenId);
            using var row = command.ExecuteReader();
            return row.Read() ? Read(row, tokenId) : null;
        }
        finally
        {
            idle.Add(command);
        }
    }

    public void Dispose()
    {
        while (idle.TryTake(out var command))
        {
            using var connection = command.Connection;
            command.Dispose();
        }
    }

    private async Task<SqliteCommand> PrepareAsync(CancellationToken cancellationToken)
    {
        var connection = await store.OpenOwnAsync(cancellationToken);
        var command = connection.CreateCommand();
        command.CommandText = Statement;
        command.Parameters.Add("@id", SqliteType.Blob, 16).Value = Array.Empty<byte>();
        command.Prepare();
        return command;
    }

    private static KeyRecord Read(SqliteDataReader row, Guid tokenId)
    {
        var granted = new PermissionSet(row.GetBoolean(3), row.GetString(4));
        var byRole = row.IsDBNull(13) ? PermissionSet.None : new PermissionSet(row.GetBoolean(13), row.GetString(14));
        var ofOwner = row.IsDBNull(16) ? PermissionSet.Everything : new PermissionSet(row.GetBoolean(16), row.GetString(17));
        return new KeyRecord
        {
            TokenId = tokenId,
            TenantId = Id(row, 0),
            OwnerUserId = row.IsDBNull(1) ? null : Id(row, 1),
            Name = row.GetString(2),
            RoleKey = row.IsDBNull(12) ? null : row.GetString(12),
            Permissions = granted.Union(byRole).Intersect(ofOwner),
            Addresses = new CidrRules(row.GetString(5), row.GetString(6)),
            Deleted = row.GetBoolean(7),
            Active = row.GetBoolean(8),
            OwnerEnabled = row.IsDBNull(15) || row.GetBoolean(15),
            TenantEnabled = row.GetBoolean(18),
            NotBefore = Instant(row, 9),
            EndsAt = Instant(row, 10)!.Value,
            RateLimit = row.IsDBNull(24) ? null : new RateLimit(row.GetInt32(24), TimeSpan.FromMilliseconds(row.GetInt64(25))),
            Metadata = row.IsDBNull(26) ? null : row.GetString(26),
            RightsVersion = row.GetInt64(11),
            Values = Values(row),
        };
    }

    private static ImmutableArray<KeyValue> Values(SqliteDataReader row)
    {
        var values = ImmutableArray.CreateBuilder<KeyValue>(1);
        do
        {
            values.Add(new KeyValue(row.GetInt32(19), new TokenHash(row.GetFieldValue<byte[]>(20), row.GetInt32(21)), Instant(row, 22), row.GetBoolean(23)));
        }
        while (row.Read());
        return values.DrainToImmutable();
    }

    private static Guid Id(SqliteDataReader row, int column) => IdConverter.FromBytes(row.GetFieldValue<byte[]>(column));

    private static DateTimeOffset? Instant(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}
