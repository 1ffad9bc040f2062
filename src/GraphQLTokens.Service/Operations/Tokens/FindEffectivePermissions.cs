using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Operations.Tokens;

/// <summary>What tokens may do now, for a whole page in at most two reads: the grant and the role's, cut by the role of the owning user.</summary>
internal sealed class FindEffectivePermissions(IDbContextFactory<TokensDbContext> contexts)
{
    public async Task<IReadOnlyDictionary<Guid, PermissionSet>> RunAsync(IReadOnlyCollection<ApiToken> tokens, CancellationToken cancellationToken)
    {
        var roleIds = tokens.Select(token => token.RoleId).OfType<Guid>().Distinct().ToList();
        var userIds = tokens.Select(token => token.OwnerUserId).OfType<Guid>().Distinct().ToList();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ofRole = roleIds.Count == 0 ? [] : await db.Roles.AsNoTracking()
            .Where(role => roleIds.Contains(role.Id))
            .ToDictionaryAsync(role => role.Id, role => role.Permissions, cancellationToken);
        var ofUser = userIds.Count == 0 ? [] : await db.Users.AsNoTracking()
            .Where(user => userIds.Contains(user.Id))
            .Join(db.Roles, user => user.RoleId, role => role.Id, (user, role) => new { user.Id, Role = role })
            .ToDictionaryAsync(pair => pair.Id, pair => pair.Role.Permissions, cancellationToken);
        // One request may hold the same token several times, read by several of its fields.
        return tokens.DistinctBy(token => token.Id).ToDictionary(token => token.Id, token => token.Permissions
            .Union(token.RoleId is { } role ? ofRole[role] : PermissionSet.None)
            .Intersect(token.OwnerUserId is { } user ? ofUser[user] : PermissionSet.Everything));
    }
}
