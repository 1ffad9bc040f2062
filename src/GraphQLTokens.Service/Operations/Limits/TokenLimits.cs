using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Domain.Limits;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Operations.Limits;

/// <summary>
/// Counts the uses of tokens against their limits, through whatever door they are used, by this service or by one that has them verified.
/// A token has its own limit, else the deployment's default, else none.
/// </summary>
internal sealed class TokenLimits(IOptions<RateLimitSettings> settings, TimeProvider time)
{
    private readonly RateLimit? standard = settings.Value.Default();
    private readonly RateMeters meters = new(settings.Value.TrackedTokens, time);

    /// <summary>The limit that holds for a token with this one of its own; null: none.</summary>
    public RateLimit? Effective(RateLimit? own) => own ?? standard;

    /// <summary>
    /// The widest limit that a caller may give. A caller with a limit of its own gives none wider. One under the default gives none wider than that, unless
    /// it manages the tenant's tokens: setting limits is then its business. Null: any, none included.
    /// </summary>
    public RateLimit? Ceiling(Caller caller) =>
        caller.RateLimit ?? (caller.Holds(PermissionNames.OrganizationAPITokenModify) ? null : standard);

    /// <summary>Null where there is no limit. A cost of zero counts nothing and only tells what is left.</summary>
    public MeterReading? Count(Guid tokenId, RateLimit? own, int cost = 1) =>
        Effective(own) is { } limit ? meters.Count(MeterKey.Of(tokenId), limit, cost) : null;
}
