using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Reading;

namespace GraphQLTokens.Service.Operations.Tokens;

/// <summary>What tokens may do now, for a whole page in at most two reads: the grant and the role's, cut by the role of the owning user.</summary>
internal sealed class FindEffectivePermissions(IRoleReader roles)
{
    public async Task<IReadOnlyDictionary<Guid, PermissionSet>> RunAsync(IReadOnlyCollection<ApiToken> tokens, CancellationToken cancellationToken)
    {
        var roleIds = tokens.Select(token => token.RoleId).OfType<Guid>().Distinct().ToList();
        var userIds = tokens.Select(token => token.OwnerUserId).OfType<Guid>().Distinct().ToList();
        var ofRole = await roles.FindPermissionsAsync(roleIds, cancellationToken);
        var ofUser = await roles.FindPermissionsOfUsersAsync(userIds, cancellationToken);
        // One request may hold the same token several times, read by several of its fields.
        return tokens.DistinctBy(token => token.Id).ToDictionary(token => token.Id, token => token.Permissions
            .Union(token.RoleId is { } role ? ofRole[role] : PermissionSet.None)
            .Intersect(token.OwnerUserId is { } user ? ofUser[user] : PermissionSet.Everything));
    }
}
