using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Listing;

namespace GraphQLTokens.Service.Tests.Persistence.Reading;

/// <summary>The filters of lists a second time, in the words of the mapping: what the readers of the stores are compared with.</summary>
internal static class MappedTokens
{
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
            var (from, to) = (created.Start, created.End);
            tokens = tokens.Where(token => token.CreatedAt >= from && token.CreatedAt < to);
        }
        if (filter.ExpiresAt is { } ends)
        {
            var (from, to) = (ends.Start, ends.End);
            tokens = tokens.Where(token => token.EndsAt >= from && token.EndsAt < to);
        }
        if (filter.LastUsedAt is { } used)
        {
            var (from, to) = (used.Start, used.End);
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

    private static DateTimeOffset Back(DateTimeOffset now, TimeSpan span) =>
        span < now - Instant.NotYet ? now - span : Instant.NotYet;
}
