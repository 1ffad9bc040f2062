using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Audit;
using GraphQLTokens.Service.Operations.SigningKeys;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Persistence.Writing;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Operations.AccessTokens;

/// <summary>
/// Issues an access token for the calling token, or for the access token that calls: never wider, and never beyond the end of either. It is bound to the
/// value that was presented, and to every access token on the way.
/// </summary>
internal sealed class CreateAccessToken(AuditedWrite writes, AccessTokenRules rules, SigningKeyRing ring, IIssuer issuer, TimeProvider time)
{
    public const string Action = "CREATE_ACCESS_TOKEN";

    public async Task<CreateAccessTokenOutcome> RunAsync(Caller caller, AccessTokenRequest request, CancellationToken cancellationToken)
    {
        if (issuer.Url is not { } url)
            return new(CreateAccessTokenStatus.IssuerUnknown);
        var id = EntityId.New(time);
        var outcome = await writes.RunAsync(
            caller,
            Action,
            json => request.Write(json, id),
            new CreateAccessTokenOutcome(CreateAccessTokenStatus.CallerChanged),
            (scope, now, stop) => CreateAsync(scope, caller, request, id, url, now, stop),
            cancellationToken);
        if (outcome.Token is not null)
            ring.NoteLifetime(outcome.KeyId!, outcome.Token.Lifetime);
        return outcome;
    }

    private async Task<CreateAccessTokenOutcome> CreateAsync(
        WriteScope scope, Caller caller, AccessTokenRequest request, Guid id, string url, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var faults = rules.FaultsOf(caller, request);
        if (faults.Count > 0)
            return new(CreateAccessTokenStatus.InvalidInput) { Faults = faults };
        var exceeding = AccessTokenRules.Exceeding(caller, request);
        if (exceeding.Count > 0)
            return new(CreateAccessTokenStatus.AboveOwnRights) { Faults = exceeding };

        var issuedAt = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        var permissions = rules.Permissions(caller, request);
        var token = new AccessToken
        {
            Id = id,
            TokenId = caller.TokenId,
            ValueGeneration = caller.ValueGeneration,
            Permissions = permissions,
            Scope = request.Scope is { Count: > 0 } words ? [.. words.Distinct(StringComparer.Ordinal)] : [.. permissions.Listed],
            Audience = request.Audience ?? url,
            IssuedAt = issuedAt,
            EndsAt = rules.End(caller, request, issuedAt, await RetiresAtAsync(scope, caller, cancellationToken)),
            IssuedFrom = caller.AccessToken is { } parent ? [.. parent.IssuedFrom, parent.Id] : [],
        };
        // Less than a second is left, which no JWT can say.
        if (token.EndsAt <= now)
            return new(CreateAccessTokenStatus.CallerChanged);
        var key = ring.Current;
        var jwt = JwtWriter.Write(token, url, key, caller.TenantId, caller.RoleKey, request.ScopeForm);
        if (jwt.Length > AccessToken.MaxLength)
            return new(CreateAccessTokenStatus.InvalidInput) { Faults = [new InputFault("input.permissions", "are too many for one access token: name those that are needed")] };
        await NoteLifetimeAsync(scope, key, token.Lifetime, cancellationToken);
        return new(CreateAccessTokenStatus.Done) { Token = token, KeyId = key.KeyId, Jwt = jwt };
    }

    /// <summary>When the value ends that stands behind the call; null: not before its token.</summary>
    private static Task<DateTimeOffset?> RetiresAtAsync(WriteScope scope, Caller caller, CancellationToken cancellationToken) => scope.Db.Values
        .Where(value => value.TokenId == caller.TokenId && value.Generation == caller.ValueGeneration)
        .Select(value => value.RetiresAt)
        .SingleAsync(cancellationToken);

    /// <summary>So that the key is published long enough. Longer than any before is rare; all others cost no write.</summary>
    private static async Task NoteLifetimeAsync(WriteScope scope, RingKey key, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        if (lifetime <= key.Row.LongestLifetime)
            return;
        if (await scope.Db.SigningKeys.SingleOrDefaultAsync(row => row.KeyId == key.KeyId, cancellationToken) is { } row && row.LongestLifetime < lifetime)
            row.LongestLifetime = lifetime;
    }
}

internal enum CreateAccessTokenStatus
{
    Done,
    InvalidInput,

    /// <summary>A permission is asked for that the caller lacks; the faults say which.</summary>
    AboveOwnRights,

    /// <summary>The public URL, which signs, is not known: a matter of the deployment.</summary>
    IssuerUnknown,
    CallerChanged,
}

/// <summary>Token, key and JWT are there when the status is Done, faults with InvalidInput and AboveOwnRights.</summary>
internal sealed record CreateAccessTokenOutcome(CreateAccessTokenStatus Status) : IAuditedOutcome
{
    public AccessToken? Token { get; init; }

    /// <summary>Of the key that signed it.</summary>
    public string? KeyId { get; init; }

    /// <summary>A secret: for the answer alone.</summary>
    public string? Jwt { get; init; }

    public IReadOnlyList<InputFault> Faults { get; init; } = [];

    public IReadOnlyList<string> Refusals => Status switch
    {
        CreateAccessTokenStatus.Done => [],
        CreateAccessTokenStatus.InvalidInput or CreateAccessTokenStatus.AboveOwnRights => Refusal.Of(Faults),
        CreateAccessTokenStatus.IssuerUnknown => ["the public URL is unknown"],
        CreateAccessTokenStatus.CallerChanged => Refusal.CallerChanged,
    };
}
