using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Persistence.Reading;

/// <summary>Reads what roles hold from the store.</summary>
internal interface IRoleReader
{
    /// <summary>By the role's id.</summary>
    ValueTask<IReadOnlyDictionary<Guid, PermissionSet>> FindPermissionsAsync(IReadOnlyCollection<Guid> roleIds, CancellationToken cancellationToken);

    /// <summary>What the roles of users hold, by the user's id.</summary>
    ValueTask<IReadOnlyDictionary<Guid, PermissionSet>> FindPermissionsOfUsersAsync(IReadOnlyCollection<Guid> userIds, CancellationToken cancellationToken);
}
