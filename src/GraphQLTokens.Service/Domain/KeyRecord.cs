using System.Collections.Immutable;
using System.Net;

namespace GraphQLTokens.Service.Domain;

/// <summary>Everything that judging one presented value needs, in one immutable piece: what is read once and then cached.</summary>
internal sealed record KeyRecord
{
    public required Guid TokenId { get; init; }

    public required Guid TenantId { get; init; }

    public required Guid? OwnerUserId { get; init; }

    public required string Name { get; init; }

    public required string? RoleKey { get; init; }

    /// <summary>What it may do now: its grant and its role's, cut by its owner's role.</summary>
    public required PermissionSet Permissions { get; init; }

    public required CidrRules Addresses { get; init; }

    public required bool Deleted { get; init; }

    public required bool Active { get; init; }

    public required bool OwnerEnabled { get; init; }

    public required bool TenantEnabled { get; init; }

    public required DateTimeOffset? NotBefore { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>The token's own; null: the deployment's default holds.</summary>
    public required RateLimit? RateLimit { get; init; }

    /// <summary>JSON object text, as written: whoever has a value verified decides by it.</summary>
    public required string? Metadata { get; init; }

    public required long RightsVersion { get; init; }

    /// <summary>The newest first.</summary>
    public required ImmutableArray<KeyValue> Values { get; init; }

    /// <summary>Access tokens that were ended before their time.</summary>
    public ImmutableArray<Guid> RevokedAccessTokens { get; init; } = [];

    public TokenOwner Owner => OwnerUserId is { } user ? new(TokenOwnerKind.User, user) : new(TokenOwnerKind.Tenant, TenantId);

    /// <summary>The same as <see cref="ApiToken.StatusAt"/>.</summary>
    public TokenStatus StatusAt(DateTimeOffset now) =>
        Deleted ? TokenStatus.Revoked
        : !Active ? TokenStatus.Inactive
        : NotBefore > now ? TokenStatus.NotYetValid
        : EndsAt <= now ? TokenStatus.Expired
        : TokenStatus.Active;

    /// <summary>Judges in the order of <see cref="VerificationCode"/>; permissions and limits are for the doors to ask about.</summary>
    /// <param name="presented">Which of the token's values it is; there unless the value is unknown.</param>
    public VerificationCode Judge(in TokenValue value, IPAddress? address, DateTimeOffset now, TokenHasher hasher, out KeyValue presented)
    {
        foreach (var known in Values)
        {
            if (!hasher.Matches(value, known.Hash))
                continue;
            presented = known;
            return known.RetiresAt <= now ? VerificationCode.Retired : Judge(address, now);
        }
        presented = default;
        return VerificationCode.Unknown;
    }

    /// <summary>The same for an access token whose signature has been verified: it lives no longer than the value that it was issued to.</summary>
    public VerificationCode Judge(AccessToken accessToken, IPAddress? address, DateTimeOffset now, out KeyValue presented)
    {
        presented = Values.FirstOrDefault(value => value.Generation == accessToken.ValueGeneration);
        if (presented.Generation == 0 || presented.RetiresAt <= now)
            return VerificationCode.Retired;
        var isTaken = accessToken.DescendsFromAny(RevokedAccessTokens) || !accessToken.Permissions.IsSubsetOf(Permissions);
        var ofItself = isTaken ? VerificationCode.Revoked : accessToken.EndsAt <= now ? VerificationCode.Expired : VerificationCode.Valid;
        var ofToken = Judge(address, now);
        return ofItself < ofToken ? ofItself : ofToken;
    }

    /// <summary>Whether a use of this value ends an older one that still answers.</summary>
    public bool EndsOlderByUseOf(KeyValue presented, DateTimeOffset now)
    {
        foreach (var known in Values)
        {
            if (known.RetiresOnFirstUse && known.RetiresAt > now && known.Generation < presented.Generation)
                return true;
        }
        return false;
    }

    private VerificationCode Judge(IPAddress? address, DateTimeOffset now) =>
        Deleted ? VerificationCode.Revoked
        : !Active ? VerificationCode.Inactive
        : !OwnerEnabled ? VerificationCode.OwnerDisabled
        : !TenantEnabled ? VerificationCode.TenantDisabled
        : NotBefore > now ? VerificationCode.NotYetValid
        : EndsAt <= now ? VerificationCode.Expired
        : Addresses.Judge(address) switch
        {
            AddressJudgement.Allowed => VerificationCode.Valid,
            AddressJudgement.Unknown => VerificationCode.AddressRequired,
            AddressJudgement.NotAllowed => VerificationCode.AddressNotAllowed,
        };
}

/// <summary>A value that the token has or had; <see cref="StoredValue"/> says what each member means.</summary>
internal readonly record struct KeyValue(int Generation, TokenHash Hash, DateTimeOffset? RetiresAt, bool RetiresOnFirstUse);
