using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Reading;

namespace GraphQLTokens.Service.Persistence.Sqlite.Reading;

internal sealed class SqliteRoleReader(SqliteReadPool pool) : IRoleReader
{
    private const string OfRole = "SELECT r.Id, r.AllPermissions, r.Permissions FROM roles r WHERE r.Id";
    private const string OfUser = "SELECT u.Id, r.AllPermissions, r.Permissions FROM users u JOIN roles r ON r.Id = u.RoleId WHERE u.Id";

    public ValueTask<IReadOnlyDictionary<Guid, PermissionSet>> FindPermissionsAsync(IReadOnlyCollection<Guid> roleIds, CancellationToken cancellationToken) =>
        Find(OfRole, roleIds, cancellationToken);

    public ValueTask<IReadOnlyDictionary<Guid, PermissionSet>> FindPermissionsOfUsersAsync(IReadOnlyCollection<Guid> userIds, CancellationToken cancellationToken) =>
        Find(OfUser, userIds, cancellationToken);

    private ValueTask<IReadOnlyDictionary<Guid, PermissionSet>> Find(string sql, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, PermissionSet>(ids.Count);
        using var connection = pool.Rent();
        foreach (var some in ids.Chunk(SqliteIdList.MaxLength))
        {
            using var read = connection.Begin(sql, SqliteIdList.Of(some.Length), cancellationToken);
            read.Bind(some);
            while (read.Next())
                found[read.Id(0)] = new PermissionSet(read.Flag(1), read.Text(2));
        }
        return ValueTask.FromResult<IReadOnlyDictionary<Guid, PermissionSet>>(found);
    }
}
