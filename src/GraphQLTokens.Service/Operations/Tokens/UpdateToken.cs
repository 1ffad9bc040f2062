using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Audit;
using GraphQLTokens.Service.Operations.Limits;
using GraphQLTokens.Service.Persistence.Listing;
using GraphQLTokens.Service.Persistence.Writing;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Operations.Tokens;

/// <summary>
/// Changes what is given, and nothing else. Who may change a token may always narrow, disable or rename it. A change that widens
/// it in any way must leave the whole of it within the caller's rights: a wider token must not reach further by the hand of
/// somebody narrower. Metadata counts as widening, since relying services decide by it. Nobody ends the <see cref="LastRootToken"/>, and nobody who holds less
/// confines it.
/// </summary>
internal sealed class UpdateToken(AuditedWrite writes, PermissionCatalog catalog, TokenLimits limits)
{
    public const string Action = "UPDATE_API_TOKEN";

    public Task<UpdateTokenOutcome> RunAsync(Caller caller, UpdateTokenInput input, CancellationToken cancellationToken) =>
        writes.RunAsync(
            caller,
            Action,
            json => TokenInputJson.Write(json, input),
            new UpdateTokenOutcome(UpdateTokenStatus.CallerChanged),
            (scope, now, stop) => UpdateAsync(scope, caller, input, now, stop),
            cancellationToken);

    private async Task<UpdateTokenOutcome> UpdateAsync(
        WriteScope scope, Caller caller, UpdateTokenInput input, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var token = TokenReference.TryResolve(input.Id, caller, out var id)
            ? await (await scope.Db.TokensInSightAsync(caller.TenantId, cancellationToken)).SingleOrDefaultAsync(one => one.Id == id, cancellationToken)
            : null;
        var reach = TokenReach.ToModify(caller, token);
        if (reach is not Reach.Within || token is null)
            return reach is Reach.Denied
                ? new(UpdateTokenStatus.AccessDenied) { MissingPermissions = TokenReach.NeededToModify }
                : new(UpdateTokenStatus.NotFound);

        var rules = new TokenInputRules(catalog, now);
        var wanted = TokenChange.Read(rules, token, input);
        if (rules.Faults.Count > 0)
            return new(UpdateTokenStatus.InvalidInput) { Faults = rules.Faults };
        if (wanted.Widens(token, limits))
        {
            var held = await TokenRights.OfAsync(scope.Db, token, limits, cancellationToken);
            var permissions = token.RoleId is null ? wanted.Permissions : wanted.Permissions.Union(held.Permissions);
            var exceeding = PrivilegeCeiling.Exceeding(
                caller, new TokenRights(permissions, wanted.Addresses, wanted.EndsAt, limits.Effective(wanted.RateLimit)), limits.Ceiling(caller));
            if (exceeding.Count > 0)
                return new(UpdateTokenStatus.AboveOwnRights) { Faults = exceeding };
        }
        if ((wanted.Ends(token, now) || (!caller.Permissions.All && wanted.Confines(token, limits))) && await LastRootToken.IsAsync(scope.Db, token, now, cancellationToken))
            return new(UpdateTokenStatus.LastRoot);

        wanted.ApplyTo(token);
        token.UpdatedAt = now;
        token.UpdatedBy = caller.Actor;
        scope.Announce(TokenChangeKind.Updated, token.Id, token.TenantId);
        return new(UpdateTokenStatus.Done) { Token = token };
    }
}

/// <summary>The schema's UpdateAPITokenInput. Null clears description, notBefore, expiry (it then never ends), rateLimit and metadata, and is a fault elsewhere.</summary>
internal sealed record UpdateTokenInput
{
    /// <summary>An id, or <c>self</c>.</summary>
    public required string Id { get; init; }

    public Optional<string> Name { get; init; }

    public Optional<string> Description { get; init; }

    public Optional<IReadOnlyList<string>> Permissions { get; init; }

    public Optional<IReadOnlyList<string>> AllowedCIDRBlocks { get; init; }

    public Optional<IReadOnlyList<string>> DeniedCIDRBlocks { get; init; }

    public Optional<bool?> Active { get; init; }

    public Optional<DateTimeOffset?> NotBefore { get; init; }

    public Optional<ExpiryInput> Expiry { get; init; }

    public Optional<RateLimitInput> RateLimit { get; init; }

    /// <summary>JSON text.</summary>
    public Optional<string> Metadata { get; init; }
}

internal enum UpdateTokenStatus
{
    Done,
    NotFound,
    InvalidInput,
    AccessDenied,
    AboveOwnRights,

    /// <summary>It is the <see cref="LastRootToken"/>.</summary>
    LastRoot,
    CallerChanged,
}

/// <summary>The token is there when the status is Done, faults with InvalidInput and AboveOwnRights.</summary>
internal sealed record UpdateTokenOutcome(UpdateTokenStatus Status) : IAuditedOutcome
{
    public ApiToken? Token { get; init; }

    public IReadOnlyList<InputFault> Faults { get; init; } = [];

    public IReadOnlyList<string> MissingPermissions { get; init; } = [];

    public IReadOnlyList<string> Refusals => Status switch
    {
        UpdateTokenStatus.Done => [],
        UpdateTokenStatus.NotFound => Refusal.NotFound,
        UpdateTokenStatus.InvalidInput or UpdateTokenStatus.AboveOwnRights => Refusal.Of(Faults),
        UpdateTokenStatus.AccessDenied => Refusal.MissingPermission,
        UpdateTokenStatus.LastRoot => Refusal.LastRoot,
        UpdateTokenStatus.CallerChanged => Refusal.CallerChanged,
    };
}
