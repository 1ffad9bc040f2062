using GraphQLTokens.Service.Domain;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Persistence.Listing;

/// <summary>Which tokens: those in sight of a tenant, and of them those that a filter matches. Tombstones are in nobody's sight.</summary>
internal static class TokenQuery
{
    /// <summary>
    /// The tokens of a tenant and of everything below it. The root tenant sees all, and a tenant with none below it only its own:
    /// said to the store in these words, each has an index that serves it.
    /// </summary>
    public static async Task<IQueryable<ApiToken>> TokensInSightAsync(this TokensDbContext db, Guid tenantId, CancellationToken cancellationToken)
    {
        // Once for both reads: EF Core sets a connection up anew each time it opens one. Disposing of the context closes it.
        await db.Database.OpenConnectionAsync(cancellationToken);
        var present = db.Tokens.Where(token => token.DeletedAt == null);
        var place = await db.Tenants
            .Where(tenant => tenant.Id == tenantId)
            .Select(tenant => new { IsRoot = tenant.ParentId == null, HasOthersBelow = db.TenantAncestry.Any(row => row.AncestorId == tenantId && row.Depth > 0) })
            .SingleOrDefaultAsync(cancellationToken);
        return place switch
        {
            { IsRoot: true } => present,
            { HasOthersBelow: true } => present.Where(token =>
                db.TenantAncestry.Any(row => row.AncestorId == tenantId && row.DescendantId == token.TenantId)),
            _ => present.Where(token => token.TenantId == tenantId),
        };
    }

    public static IQueryable<ApiToken> Matching(this IQueryable<ApiToken> tokens, TokenFilter filter, DateTimeOffset now)
    {
        if (filter.NameContains is { Length: > 0 } part)
        {
            var folded = CaseFolding.Fold(part);
            tokens = tokens.Where(token => token.NameKey.Contains(folded));
        }
        if (filter.Permission is { } permission)
        {
            var mark = PermissionSet.Mark(permission);
            tokens = tokens.Where(token => token.Permissions.All || token.Permissions.Text.Contains(mark));
        }
        if (filter.OwnerId is { } owner)
            tokens = tokens.Where(token => token.OwnerUserId == owner || (token.OwnerUserId == null && token.TenantId == owner));
        if (filter.TenantId is { } tenant)
            tokens = tokens.Where(token => token.TenantId == tenant);
        if (filter.OpenToAnyAddress is { } open)
            tokens = tokens.Where(token => (token.Addresses.AllowedText == "" && token.Addresses.DeniedText == "") == open);
        return tokens.WithStatus(filter.Status, now).WithTimes(filter, now);
    }

    /// <summary>The same rules as <see cref="ApiToken.StatusAt"/>, in the store's words.</summary>
    private static IQueryable<ApiToken> WithStatus(this IQueryable<ApiToken> tokens, IReadOnlyCollection<TokenStatus>? wanted, DateTimeOffset now)
    {
        if (wanted is null)
            return tokens;
        var (active, inactive) = (wanted.Contains(TokenStatus.Active), wanted.Contains(TokenStatus.Inactive));
        var (early, expired) = (wanted.Contains(TokenStatus.NotYetValid), wanted.Contains(TokenStatus.Expired));
        return tokens.Where(token =>
            (inactive && !token.Active)
            || (early && token.Active && token.NotBefore > now)
            || (expired && token.Active && !(token.NotBefore != null && token.NotBefore > now) && token.EndsAt <= now)
            || (active && token.Active && !(token.NotBefore != null && token.NotBefore > now) && token.EndsAt > now));
    }

    private static IQueryable<ApiToken> WithTimes(this IQueryable<ApiToken> tokens, TokenFilter filter, DateTimeOffset now)
    {
        if (filter.CreatedAt is { } created)
        {
            var (from, to) = Ends(created);
            tokens = tokens.Where(token => token.CreatedAt >= from && token.CreatedAt < to);
        }
        if (filter.ExpiresAt is { } ends)
        {
            var (from, to) = Ends(ends);
            tokens = tokens.Where(token => token.EndsAt >= from && token.EndsAt < to);
        }
        if (filter.LastUsedAt is { } used)
        {
            var (from, to) = Ends(used);
            tokens = tokens.Where(token => token.UsedAt > Instant.NotYet && token.UsedAt >= from && token.UsedAt < to);
        }
        if (filter.UnusedFor is { } span)
        {
            var since = Back(now, span);
            tokens = tokens.Where(token => token.UsedAt <= since && token.CreatedAt <= since);
        }
        if (filter.RotationDue is { } due)
        {
            var since = now - ApiToken.RotationPeriod;
            tokens = tokens.Where(token => (token.ValueSetAt <= since) == due);
        }
        return tokens;
    }

    /// <summary>Open ends stop before the sentinel, so that "never" is in no range.</summary>
    private static (DateTimeOffset From, DateTimeOffset To) Ends(InstantRange range) =>
        (range.From ?? Instant.NotYet, range.To is { } to && to < Instant.Never ? to : Instant.Never);

    private static DateTimeOffset Back(DateTimeOffset now, TimeSpan span) =>
        span < now - Instant.NotYet ? now - span : Instant.NotYet;
}
