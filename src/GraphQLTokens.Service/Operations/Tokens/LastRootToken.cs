using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Operations.Tokens;

/// <summary>
/// The last token of the root tenant that stands and holds every permission, whatever permissions come later. Since nobody hands on what they do not hold, no
/// other token could make one again: managing tokens does not end it. Whoever holds its value still can, by giving that up; and the command line makes another.
/// </summary>
internal static class LastRootToken
{
    public const string Words =
        "This is the last token that holds every permission, and none that is left could make another: make one first, by --new-root-token at the service's command line.";

    public static async Task<bool> IsAsync(TokensDbContext db, ApiToken token, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var standing = db.Tokens.Where(one =>
            one.DeletedAt == null && one.Active && (one.NotBefore == null || one.NotBefore <= now) && one.EndsAt > now && one.OwnerUserId == null
            && (one.Permissions.All || db.Roles.Any(role => role.Id == one.RoleId && role.Permissions.All))
            && db.Tenants.Any(tenant => tenant.Id == one.TenantId && tenant.ParentId == null));
        // Most tokens are none, which one row tells; only of one that is are the others looked through.
        return await standing.AnyAsync(one => one.Id == token.Id, cancellationToken) && !await standing.AnyAsync(one => one.Id != token.Id, cancellationToken);
    }
}
