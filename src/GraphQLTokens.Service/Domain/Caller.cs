using System.Net;

namespace GraphQLTokens.Service.Domain;

/// <summary>Who calls, as judged at the door: fixed for the request.</summary>
internal sealed record Caller
{
    public required Guid TokenId { get; init; }

    public required string TokenName { get; init; }

    public required Guid TenantId { get; init; }

    /// <summary>The user that the token acts for; null: its tenant.</summary>
    public required Guid? OwnerUserId { get; init; }

    /// <summary>Set when an access token was presented instead of the API token's own value: a narrower view, which never rotates its token.</summary>
    public AccessToken? AccessToken { get; init; }

    /// <summary>What the caller may do now.</summary>
    public required PermissionSet Permissions { get; init; }

    public required CidrRules Addresses { get; init; }

    /// <summary>The end of the API token, also for an access token that ends before; <see cref="Instant.Never"/> when it does not expire.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>The token's own; null: the deployment's default holds.</summary>
    public required RateLimit? RateLimit { get; init; }

    /// <summary>Of a built-in role; null without one.</summary>
    public required string? RoleKey { get; init; }

    /// <summary>By which of the token's values it calls, or to which one its access token was issued: <see cref="StoredValue.Generation"/>.</summary>
    public required int ValueGeneration { get; init; }

    /// <summary><see cref="ApiToken.RightsVersion"/> as it was judged.</summary>
    public required long RightsVersion { get; init; }

    public required CallOrigin Origin { get; init; }

    /// <summary>Set where the request is to be done once, however often it is sent.</summary>
    public IdempotentCall? Call { get; init; }

    public TokenOwner Owner => OwnerUserId is { } user ? new(TokenOwnerKind.User, user) : new(TokenOwnerKind.Tenant, TenantId);

    public Actor Actor => new(ActorKind.Token, TokenId);

    public bool Holds(string permission) => Permissions.Contains(permission);

    /// <param name="presented">The value that was judged, or that stands behind the access token.</param>
    /// <param name="accessToken">Null: the value itself was presented.</param>
    public static Caller From(KeyRecord record, KeyValue presented, CallOrigin origin, AccessToken? accessToken = null) => new()
    {
        AccessToken = accessToken,
        TokenId = record.TokenId,
        TokenName = record.Name,
        TenantId = record.TenantId,
        OwnerUserId = record.OwnerUserId,
        Permissions = accessToken?.Permissions ?? record.Permissions,
        Addresses = record.Addresses,
        EndsAt = record.EndsAt,
        RateLimit = record.RateLimit,
        RoleKey = record.RoleKey,
        ValueGeneration = presented.Generation,
        RightsVersion = record.RightsVersion,
        Origin = origin,
    };
}

/// <summary>Whence a call came. The forwarding header is kept as received, as evidence; nothing is decided by it.</summary>
internal sealed record CallOrigin(IPAddress? Address, string? UserAgent, IReadOnlyList<string> ForwardedFor)
{
    public static readonly CallOrigin Unknown = new(null, null, []);
}
