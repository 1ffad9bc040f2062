using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Limits;

namespace GraphQLTokens.Service.Operations.Tokens;

/// <summary>A token's changeable fields as an update wants them: the given ones, and what the token has for the others.</summary>
internal sealed record TokenChange
{
    public required string Name { get; init; }

    public required string? Description { get; init; }

    public required PermissionSet Permissions { get; init; }

    public required CidrRules Addresses { get; init; }

    public required bool Active { get; init; }

    public required DateTimeOffset? NotBefore { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public required RateLimit? RateLimit { get; init; }

    public required string? Metadata { get; init; }

    public static TokenChange Read(TokenInputRules rules, ApiToken token, UpdateTokenInput input)
    {
        var change = new TokenChange
        {
            Name = input.Name.IsSet ? rules.Name(input.Name.Value) : token.Name,
            Description = input.Description.IsSet ? rules.Description(input.Description.Value) : token.Description,
            Permissions = input.Permissions.IsSet ? rules.Permissions(input.Permissions.Value) : token.Permissions,
            Addresses = new CidrRules(
                input.AllowedCIDRBlocks.IsSet ? rules.Blocks("input.allowedCIDRBlocks", input.AllowedCIDRBlocks.Value) : token.Addresses.Allowed,
                input.DeniedCIDRBlocks.IsSet ? rules.Blocks("input.deniedCIDRBlocks", input.DeniedCIDRBlocks.Value) : token.Addresses.Denied),
            Active = input.Active.IsSet ? rules.Flag("input.active", input.Active.Value) : token.Active,
            NotBefore = input.NotBefore.IsSet ? Truncate(input.NotBefore.Value) : token.NotBefore,
            EndsAt = input.Expiry.IsSet ? rules.End(input.Expiry.Value) : token.EndsAt,
            RateLimit = !input.RateLimit.IsSet ? token.RateLimit : input.RateLimit.Value is { } limit ? rules.RateLimit(limit) : null,
            Metadata = input.Metadata.IsSet ? rules.Metadata(input.Metadata.Value) : token.Metadata,
        };
        if (input.NotBefore.IsSet || input.Expiry.IsSet)
            rules.Period(change.NotBefore, change.EndsAt);
        return change;
    }

    /// <summary>Whether any of it lets the token do more, from more places, at more times, or more often than before.</summary>
    public bool Widens(ApiToken token, TokenLimits limits) =>
        !Permissions.IsSubsetOf(token.Permissions)
        || !Addresses.IsNarrowerOrEqual(token.Addresses)
        || EndsAt > token.EndsAt
        || (token.NotBefore is { } start && (NotBefore is null || NotBefore < start))
        || (Active && !token.Active)
        || !RateLimit.IsNarrowerOrEqual(limits.Effective(RateLimit), limits.Effective(token.RateLimit))
        || Metadata != token.Metadata;

    /// <summary>Whether the token would stand no more, now or earlier than before, or would not hold every permission any more by a grant that holds them all.</summary>
    public bool Ends(ApiToken token, DateTimeOffset now) =>
        (token.Active && !Active) || EndsAt < token.EndsAt || NotBefore > now || (token.RoleId is null && token.Permissions.All && !Permissions.All);

    /// <summary>Whether it could be used from fewer places, or less often.</summary>
    public bool Confines(ApiToken token, TokenLimits limits) =>
        !token.Addresses.IsNarrowerOrEqual(Addresses) || !RateLimit.IsNarrowerOrEqual(limits.Effective(token.RateLimit), limits.Effective(RateLimit));

    public void ApplyTo(ApiToken token)
    {
        if (ChangesRights(token))
            token.RightsVersion++;
        token.Name = Name;
        token.Description = Description;
        token.Permissions = Permissions;
        token.Addresses = Addresses;
        token.Active = Active;
        token.NotBefore = NotBefore;
        token.EndsAt = EndsAt;
        token.RateLimit = RateLimit;
        token.Metadata = Metadata;
    }

    private bool ChangesRights(ApiToken token) =>
        Permissions != token.Permissions || Addresses != token.Addresses || Active != token.Active
        || NotBefore != token.NotBefore || EndsAt != token.EndsAt || RateLimit != token.RateLimit;

    private static DateTimeOffset? Truncate(DateTimeOffset? instant) => instant is { } given ? Instant.Truncate(given) : null;
}
