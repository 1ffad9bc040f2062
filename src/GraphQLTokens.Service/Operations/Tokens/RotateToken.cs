using System.Xml;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Audit;
using GraphQLTokens.Service.Operations.Limits;
using GraphQLTokens.Service.Persistence.Idempotency;
using GraphQLTokens.Service.Persistence.Listing;
using GraphQLTokens.Service.Persistence.Settings;
using GraphQLTokens.Service.Persistence.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Operations.Tokens;

/// <summary>
/// Gives a token a new value; the present one is refused from then on, or after the overlap that is asked for. Its id, rights and expiry stay.
/// A token may always rotate itself, by either of its values and not by an access token; to rotate another is to get hold of it, so it must lie within
/// the caller's own rights.
/// </summary>
internal sealed class RotateToken(
    AuditedWrite writes, TokenHasher hasher, TokenLimits limits, RememberedCalls calls, FindMadeToken findMade, IOptions<TokenSettings> settings)
{
    public const string Action = "ROTATE_API_TOKEN";

    public const string NotRepeatableWords =
        "This rotation ends the value that it is asked for by, which alone could open its answer again: leave out the Idempotency-Key, or ask by the present value and for an overlap.";

    public async Task<RotateTokenOutcome> RunAsync(Caller caller, RotateTokenInput input, CancellationToken cancellationToken) =>
        caller.Call is { } call && call.TryRepeat(out var made)
            ? await RepeatAsync(caller, call, made, cancellationToken)
            : await writes.RunAsync(
                caller,
                Action,
                json => TokenInputJson.Write(json, input),
                new RotateTokenOutcome(RotateTokenStatus.CallerChanged),
                (scope, now, stop) => RotateAsync(scope, caller, input, now, stop),
                cancellationToken);

    private async Task<RotateTokenOutcome> RepeatAsync(Caller caller, IdempotentCall call, TokenValue made, CancellationToken cancellationToken)
    {
        var again = await findMade.RunAsync(caller, made, cancellationToken);
        if (again.Reach is not Reach.Within)
            return again.Reach is Reach.Denied
                ? new(RotateTokenStatus.AccessDenied) { MissingPermissions = TokenReach.NeededToModify }
                : new(RotateTokenStatus.NotFound);
        if (again.Exceeding.Count > 0)
            return new(RotateTokenStatus.AboveOwnRights) { Faults = again.Exceeding };
        call.Repeat();
        return new(RotateTokenStatus.Done) { Token = again.Token, Value = made };
    }

    private async Task<RotateTokenOutcome> RotateAsync(
        WriteScope scope, Caller caller, RotateTokenInput input, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var token = TokenReference.TryResolve(input.Id, caller, out var id)
            ? await (await scope.Db.TokensInSightAsync(caller.TenantId, cancellationToken))
                .Include(one => one.Values)
                .SingleOrDefaultAsync(one => one.Id == id, cancellationToken)
            : null;
        var isSelf = token?.Id == caller.TokenId;
        if (isSelf && caller.AccessToken is not null)
            return new(RotateTokenStatus.NotByAccessToken);
        var reach = isSelf ? Reach.Within : TokenReach.ToModify(caller, token);
        if (reach is not Reach.Within || token is null)
            return reach is Reach.Denied
                ? new(RotateTokenStatus.AccessDenied) { MissingPermissions = TokenReach.NeededToModify }
                : new(RotateTokenStatus.NotFound);
        if (token.EndsAt <= now)
            return new(RotateTokenStatus.Expired);
        var overlap = input.Overlap ?? TimeSpan.Zero;
        if (overlap < TimeSpan.Zero || overlap > settings.Value.MaxOverlap)
            return new(RotateTokenStatus.InvalidInput) { Faults = [new InputFault("input.overlap", $"must lie between PT0S and {XmlConvert.ToString(settings.Value.MaxOverlap)}")] };
        if (isSelf && caller.Call is not null && (overlap == TimeSpan.Zero || caller.ValueGeneration != token.PresentValue().Generation))
            return new(RotateTokenStatus.NotRepeatable);
        if (!isSelf)
        {
            var exceeding = PrivilegeCeiling.Exceeding(caller, await TokenRights.OfAsync(scope.Db, token, limits, cancellationToken), limits.Ceiling(caller));
            if (exceeding.Count > 0)
                return new(RotateTokenStatus.AboveOwnRights) { Faults = exceeding };
        }

        var value = TokenValue.Create(settings.Value.Prefix, token.Id);
        token.Rotate(value, hasher, overlap, input.RetireOnFirstUse ?? false, caller.Actor, now);
        scope.Announce(TokenChangeKind.Rotated, token.Id, token.TenantId);
        if (caller.Call is not null)
            await calls.AddAsync(scope, caller.Call, value, now, cancellationToken);
        return new(RotateTokenStatus.Done) { Token = token, Value = value };
    }
}

/// <param name="Id">An id; null or <c>self</c> is the calling token.</param>
/// <param name="Overlap">How long the present value goes on answering; null or zero: it ends at once.</param>
/// <param name="RetireOnFirstUse">Whether the first use of the new value ends the present one, where that comes first.</param>
internal sealed record RotateTokenInput(string? Id = null, TimeSpan? Overlap = null, bool? RetireOnFirstUse = null);

internal enum RotateTokenStatus
{
    Done,
    NotFound,
    AccessDenied,
    AboveOwnRights,

    /// <summary>The overlap is too long.</summary>
    InvalidInput,

    /// <summary>An access token would outlive itself by the new value of its own token.</summary>
    NotByAccessToken,

    Expired,

    /// <summary>The call has an idempotency key, and its answer could not be opened again.</summary>
    NotRepeatable,

    CallerChanged,
}

/// <summary>Token and value are there when the status is Done, faults with InvalidInput and AboveOwnRights (which say what the token has above the caller).</summary>
internal sealed record RotateTokenOutcome(RotateTokenStatus Status) : IAuditedOutcome
{
    public ApiToken? Token { get; init; }

    public TokenValue Value { get; init; }

    public IReadOnlyList<InputFault> Faults { get; init; } = [];

    public IReadOnlyList<string> MissingPermissions { get; init; } = [];

    public IReadOnlyList<string> Refusals => Status switch
    {
        RotateTokenStatus.Done => [],
        RotateTokenStatus.NotFound => Refusal.NotFound,
        RotateTokenStatus.AccessDenied => Refusal.MissingPermission,
        RotateTokenStatus.AboveOwnRights or RotateTokenStatus.InvalidInput => Refusal.Of(Faults),
        RotateTokenStatus.NotByAccessToken => Refusal.NotByAccessToken,
        RotateTokenStatus.Expired => Refusal.Expired,
        RotateTokenStatus.NotRepeatable => Refusal.NotRepeatable,
        RotateTokenStatus.CallerChanged => Refusal.CallerChanged,
    };
}
