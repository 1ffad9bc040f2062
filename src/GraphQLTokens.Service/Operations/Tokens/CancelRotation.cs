using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Audit;
using GraphQLTokens.Service.Operations.Limits;
using GraphQLTokens.Service.Persistence;
using GraphQLTokens.Service.Persistence.Listing;
using GraphQLTokens.Service.Persistence.Writing;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Operations.Tokens;

/// <summary>
/// Ends the overlap of a rotation before its time. To keep the new value ends the previous one now. To keep the previous one takes the new
/// value back, as long as nobody has used it: whoever has would be cut off. A token may always decide about itself, by either value and not by an access token. To keep
/// another token's previous value lets it live longer than it would, so that token must lie within the caller's own rights.
/// </summary>
internal sealed class CancelRotation(AuditedWrite writes, LastUsedWriter uses, TokenLimits limits)
{
    public const string Action = "CANCEL_API_TOKEN_ROTATION";
    public const string NoOverlapWords = "There is no rotation to cancel: no previous value of the token works any more.";
    public const string NewValueUsedWords = "The new value has been used already, and cannot be taken back: keep it, or rotate again.";

    public Task<CancelRotationOutcome> RunAsync(Caller caller, CancelRotationInput input, CancellationToken cancellationToken) =>
        writes.RunAsync(
            caller,
            Action,
            json => TokenInputJson.Write(json, input),
            new CancelRotationOutcome(CancelRotationStatus.CallerChanged),
            (scope, now, stop) => CancelAsync(scope, caller, input, now, stop),
            cancellationToken);

    private async Task<CancelRotationOutcome> CancelAsync(
        WriteScope scope, Caller caller, CancelRotationInput input, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var token = TokenReference.TryResolve(input.Id, caller, out var id)
            ? await (await scope.Db.TokensInSightAsync(caller.TenantId, cancellationToken))
                .Include(one => one.Values)
                .SingleOrDefaultAsync(one => one.Id == id, cancellationToken)
            : null;
        var isSelf = token?.Id == caller.TokenId;
        if (isSelf && caller.AccessToken is not null)
            return new(CancelRotationStatus.NotByAccessToken);
        var reach = isSelf ? Reach.Within : TokenReach.ToModify(caller, token);
        if (reach is not Reach.Within || token is null)
            return reach is Reach.Denied
                ? new(CancelRotationStatus.AccessDenied) { MissingPermissions = TokenReach.NeededToModify }
                : new(CancelRotationStatus.NotFound);
        if (token.PreviousValueExpiresAt(now) is null)
            return new(CancelRotationStatus.NoOverlap);

        switch (input.Keep)
        {
            case RotationSide.New:
                token.RetirePrevious(now);
                scope.Announce(TokenChangeKind.Updated, token.Id, token.TenantId);
                break;
            case RotationSide.Previous:
                var exceeding = isSelf ? [] : PrivilegeCeiling.Exceeding(caller, await TokenRights.OfAsync(scope.Db, token, limits, cancellationToken), limits.Ceiling(caller));
                if (exceeding.Count > 0)
                    return new(CancelRotationStatus.AboveOwnRights) { Faults = exceeding };
                if (IsNewValueUsed(token))
                    return new(CancelRotationStatus.NewValueUsed);
                token.RestorePrevious(now);
                scope.Announce(TokenChangeKind.Rotated, token.Id, token.TenantId);
                break;
        }
        return new(CancelRotationStatus.Done) { Token = token };
    }

    /// <summary>A use is noted in memory before it is answered, and in the store before memory forgets it.</summary>
    private bool IsNewValueUsed(ApiToken token) => Math.Max(token.UsedGeneration, uses.NotedGenerationOf(token.Id)) >= token.PresentValue().Generation;
}

/// <param name="Id">An id; null or <c>self</c> is the calling token.</param>
internal sealed record CancelRotationInput(string? Id = null, RotationSide Keep = RotationSide.New);

/// <summary>The schema's RotationSide.</summary>
internal enum RotationSide
{
    New,
    Previous,
}

internal enum CancelRotationStatus
{
    Done,
    NotFound,
    AccessDenied,

    /// <summary>To keep the previous value would let a token live on that stands above the caller.</summary>
    AboveOwnRights,

    /// <summary>An access token would let the value live on that it was issued to.</summary>
    NotByAccessToken,

    /// <summary>Only one value answers: there is nothing to decide.</summary>
    NoOverlap,

    /// <summary>The new value cannot be taken back any more.</summary>
    NewValueUsed,

    CallerChanged,
}

/// <summary>The token is there when the status is Done, faults (which say what the token has above the caller) with AboveOwnRights.</summary>
internal sealed record CancelRotationOutcome(CancelRotationStatus Status) : IAuditedOutcome
{
    public ApiToken? Token { get; init; }

    public IReadOnlyList<InputFault> Faults { get; init; } = [];

    public IReadOnlyList<string> MissingPermissions { get; init; } = [];

    public IReadOnlyList<string> Refusals => Status switch
    {
        CancelRotationStatus.Done => [],
        CancelRotationStatus.NotFound => Refusal.NotFound,
        CancelRotationStatus.AccessDenied => Refusal.MissingPermission,
        CancelRotationStatus.AboveOwnRights => Refusal.Of(Faults),
        CancelRotationStatus.NotByAccessToken => Refusal.NotByAccessToken,
        CancelRotationStatus.NoOverlap => Refusal.NoOverlap,
        CancelRotationStatus.NewValueUsed => Refusal.NewValueUsed,
        CancelRotationStatus.CallerChanged => Refusal.CallerChanged,
    };
}
