using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Limits;
using GraphQLTokens.Service.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Operations.Tokens;

/// <summary>What a token lets its holder do, from where, until when, and how often: what the privilege ceiling compares.</summary>
/// <param name="RateLimit">The one that holds, the deployment's default included; null: none.</param>
internal sealed record TokenRights(PermissionSet Permissions, CidrRules Addresses, DateTimeOffset EndsAt, RateLimit? RateLimit)
{
    /// <summary>Grant and role together. The cut by the owner's role is left out: it may be lifted later.</summary>
    public static async Task<TokenRights> OfAsync(TokensDbContext db, ApiToken token, TokenLimits limits, CancellationToken cancellationToken)
    {
        var permissions = token.Permissions;
        if (token.RoleId is { } roleId)
            permissions = permissions.Union((await db.Roles.AsNoTracking().SingleAsync(role => role.Id == roleId, cancellationToken)).Permissions);
        return new TokenRights(permissions, token.Addresses, token.EndsAt, limits.Effective(token.RateLimit));
    }
}
