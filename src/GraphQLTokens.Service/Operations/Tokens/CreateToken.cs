using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Audit;
using GraphQLTokens.Service.Operations.Limits;
using GraphQLTokens.Service.Persistence.Idempotency;
using GraphQLTokens.Service.Persistence.Settings;
using GraphQLTokens.Service.Persistence.Writing;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Operations.Tokens;

/// <summary>Makes a token for the caller's own owner, within the caller's own rights. Its value is in the outcome, once.</summary>
internal sealed class CreateToken(
    AuditedWrite writes,
    PermissionCatalog catalog,
    TokenHasher hasher,
    TokenLimits limits,
    RememberedCalls calls,
    FindMadeToken findMade,
    IOptions<TokenSettings> settings,
    TimeProvider time)
{
    public const string Action = "CREATE_API_TOKEN";

    public async Task<CreateTokenOutcome> RunAsync(Caller caller, CreateTokenInput input, CancellationToken cancellationToken) =>
        caller.Call is { } call && call.TryRepeat(out var made)
            ? await RepeatAsync(caller, call, made, cancellationToken)
            : await writes.RunAsync(
                caller,
                Action,
                json => TokenInputJson.Write(json, input),
                new CreateTokenOutcome(CreateTokenStatus.CallerChanged),
                (scope, now, stop) => CreateAsync(scope, caller, input, now, stop),
                cancellationToken);

    private async Task<CreateTokenOutcome> RepeatAsync(Caller caller, IdempotentCall call, TokenValue made, CancellationToken cancellationToken)
    {
        var again = await findMade.RunAsync(caller, made, cancellationToken);
        if (again.Reach is not Reach.Within)
            return new(CreateTokenStatus.AccessDenied) { MissingPermissions = TokenReach.NeededToModify };
        if (again.Exceeding.Count > 0)
            return new(CreateTokenStatus.AboveOwnRights) { Faults = again.Exceeding };
        call.Repeat();
        return new(CreateTokenStatus.Done) { Token = again.Token, Value = made };
    }

    private async Task<CreateTokenOutcome> CreateAsync(
        WriteScope scope, Caller caller, CreateTokenInput input, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!TokenReach.MayCreate(caller))
            return new(CreateTokenStatus.AccessDenied) { MissingPermissions = TokenReach.NeededToModify };

        var rules = new TokenInputRules(catalog, now);
        var value = TokenValue.Create(settings.Value.Prefix, EntityId.New(time));
        var token = new ApiToken
        {
            Id = value.TokenId,
            TenantId = caller.TenantId,
            OwnerUserId = caller.OwnerUserId,
            Name = rules.Name(input.Name),
            Description = rules.Description(input.Description),
            Permissions = rules.Permissions(input.Permissions),
            Addresses = new CidrRules(
                rules.Blocks("input.allowedCIDRBlocks", input.AllowedCIDRBlocks),
                rules.Blocks("input.deniedCIDRBlocks", input.DeniedCIDRBlocks)),
            NotBefore = input.NotBefore is { } notBefore ? Instant.Truncate(notBefore) : null,
            EndsAt = rules.End(input.Expiry),
            // Whoever is held to a limit of its own hands it on with everything that it makes, unless it asks for a narrower one.
            RateLimit = input.RateLimit is null ? caller.RateLimit : rules.RateLimit(input.RateLimit),
            Metadata = rules.Metadata(input.Metadata),
            ValueStart = value.Start,
            ValueSetAt = now,
            CreatedAt = now,
            CreatedBy = caller.Actor,
        };
        rules.Period(token.NotBefore, token.EndsAt);
        if (rules.Faults.Count > 0)
            return new(CreateTokenStatus.InvalidInput) { Faults = rules.Faults };
        var exceeding = PrivilegeCeiling.Exceeding(
            caller, new TokenRights(token.Permissions, token.Addresses, token.EndsAt, limits.Effective(token.RateLimit)), limits.Ceiling(caller));
        if (exceeding.Count > 0)
            return new(CreateTokenStatus.AboveOwnRights) { Faults = exceeding };

        token.SetFirstValue(value, hasher);
        scope.Db.Add(token);
        scope.Announce(TokenChangeKind.Created, token.Id, token.TenantId);
        if (caller.Call is not null)
            await calls.AddAsync(scope, caller.Call, value, now, cancellationToken);
        return new(CreateTokenStatus.Done) { Token = token, Value = value };
    }
}

/// <summary>The schema's CreateAPITokenInput; ids, blocks and permissions as the wire writes them.</summary>
internal sealed record CreateTokenInput
{
    public required string Name { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<string> Permissions { get; init; } = [];

    public IReadOnlyList<string> AllowedCIDRBlocks { get; init; } = [];

    public IReadOnlyList<string> DeniedCIDRBlocks { get; init; } = [];

    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Null: it does not expire.</summary>
    public ExpiryInput? Expiry { get; init; }

    /// <summary>Null: the calling token's own, where it has one, else the deployment's default.</summary>
    public RateLimitInput? RateLimit { get; init; }

    /// <summary>JSON text.</summary>
    public string? Metadata { get; init; }
}

internal enum CreateTokenStatus
{
    Done,
    InvalidInput,

    /// <summary>Neither of the two Modify permissions.</summary>
    AccessDenied,

    /// <summary>The token would hold what the caller does not; the faults say what.</summary>
    AboveOwnRights,

    /// <summary>The calling token has ended or changed since it was judged: answer as to a credential that is no longer good.</summary>
    CallerChanged,
}

/// <summary>Token and value are there when the status is Done, faults with InvalidInput and AboveOwnRights.</summary>
internal sealed record CreateTokenOutcome(CreateTokenStatus Status) : IAuditedOutcome
{
    public ApiToken? Token { get; init; }

    public TokenValue Value { get; init; }

    public IReadOnlyList<InputFault> Faults { get; init; } = [];

    public IReadOnlyList<string> MissingPermissions { get; init; } = [];

    public IReadOnlyList<string> Refusals => Status switch
    {
        CreateTokenStatus.Done => [],
        CreateTokenStatus.InvalidInput or CreateTokenStatus.AboveOwnRights => Refusal.Of(Faults),
        CreateTokenStatus.AccessDenied => Refusal.MissingPermission,
        CreateTokenStatus.CallerChanged => Refusal.CallerChanged,
    };
}
