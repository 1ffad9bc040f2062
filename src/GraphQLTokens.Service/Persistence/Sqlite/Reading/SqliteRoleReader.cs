using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Reading;

namespace GraphQLTokens.Service.Persistence.Sqlite.Reading;

internal sealed class SqliteRoleReader(SqliteReadPool pool) : IRoleReader
{
    private const string OfRole = "SELECT r.AllPermissions, r.Permissions FROM roles r WHERE r.Id = ?";
    private const string OfUser = "SELECT r.AllPermissions, r.Permissions FROM users u JOIN roles r ON r.Id = u.RoleId WHERE u.Id = ?";

    public ValueTask<IReadOnlyDictionary<Guid, PermissionSet>> FindPermissionsAsync(IReadOnlyCollection<Guid> roleIds, CancellationToken cancellationToken) =>
        Find(OfRole, roleIds, cancellationToken);

    public ValueTask<IReadOnlyDictionary<Guid, PermissionSet>> FindPermissionsOfUsersAsync(IReadOnlyCollection<Guid> userIds, CancellationToken cancellationToken) =>
        Find(OfUser, userIds, cancellationToken);

    private ValueTask<IReadOnlyDictionary<Guid, PermissionSet>> Find(string sql, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, PermissionSet>(ids.Count);
        using var connection = pool.Rent();
        foreach (var id in ids)
        {
            using var read = connection.Begin(sql, cancellationToken);
            read.Bind(id);
            if (read.Next())
                found[id] = new PermissionSet(read.Flag(0), read.Text(1));
        }
        return ValueTask.FromResult<IReadOnlyDictionary<Guid, PermissionSet>>(found);
    }
}
