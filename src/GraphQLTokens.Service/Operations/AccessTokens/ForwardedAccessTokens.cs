using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Keys;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Operations.AccessTokens;

/// <summary>
/// Access tokens for services behind a gateway, which asks anew with every request: one is issued, and handed out again while half of its time is left. A
/// signature and an audit row for each request would be too dear.
/// <para>
/// What is handed out again is judged as at the doors, by the key record of that moment, so that nobody is given what has ended: with its value, by revocation
/// or for a permission that was lost. It also has to be what would be issued now: as wide, and no longer.
/// </para>
/// </summary>
internal sealed class ForwardedAccessTokens(
    CreateAccessToken create, AccessTokenRules rules, KeyRecords keys, IOptions<AccessTokenSettings> settings, TimeProvider time)
{
    private readonly RecentlyUsed<Bearer, Issue> issued = new(settings.Value.ForwardedRemembered);

    /// <summary>How many are remembered.</summary>
    public int Count => issued.Count;

    /// <param name="caller">As judged for this very request.</param>
    /// <param name="audience">One that <see cref="AccessTokenRules.IsAudience"/>.</param>
    public async ValueTask<CreateAccessTokenOutcome> FindOrIssueAsync(Caller caller, string audience, CancellationToken cancellationToken)
    {
        var bearer = new Bearer(caller.TokenId, caller.ValueGeneration, caller.AccessToken?.Id, audience);
        var request = new AccessTokenRequest { Audience = audience, Lifetime = settings.Value.ForwardedLifetime };
        if (issued.Find(bearer) is { } known)
        {
            if (known.IsFor(caller) && !known.HasFailed && await known.Outcome.WaitAsync(cancellationToken) is var earlier && await IsGoodAsync(earlier, caller, request, cancellationToken))
                return earlier;
            issued.Forget(bearer, known);
        }

        // Requests that come together share one. It is not given up with the first of them, since the others wait for it too.
        var own = new Issue(caller, () => create.RunAsync(caller, request, CancellationToken.None));
        var shared = issued.KeepOrFind(bearer, own);
        if (!shared.IsFor(caller))
            return await create.RunAsync(caller, request, cancellationToken);
        try
        {
            return await shared.Outcome.WaitAsync(cancellationToken);
        }
        finally
        {
            if (shared.HasFailed)
                issued.Forget(bearer, shared);
        }
    }

    private async ValueTask<bool> IsGoodAsync(CreateAccessTokenOutcome outcome, Caller caller, AccessTokenRequest request, CancellationToken cancellationToken)
    {
        var now = time.Now();
        if (outcome.Token is not { } token || await keys.FindAsync(caller.TokenId, cancellationToken) is not { } record
            || record.Judge(token, caller.Origin.Address, now, out var value) is not VerificationCode.Valid)
            return false;
        var endOfAnother = rules.End(caller, request, now, value.RetiresAt);
        // Where another would end no later, there is nothing to be gained by issuing it; where it would end earlier, this one has become too long.
        return endOfAnother == token.EndsAt || (endOfAnother > token.EndsAt && token.EndsAt - now >= request.Lifetime!.Value / 2);
    }

    /// <param name="Parent">The access token that calls; null: the value itself.</param>
    private readonly record struct Bearer(Guid TokenId, int ValueGeneration, Guid? Parent, string Audience);

    /// <summary>Begun by whoever first waits for it.</summary>
    private sealed class Issue(Caller caller, Func<Task<CreateAccessTokenOutcome>> run)
    {
        private readonly Lazy<Task<CreateAccessTokenOutcome>> outcome = new(run);
        private readonly (PermissionSet, string?, long) rights = RightsOf(caller);

        public Task<CreateAccessTokenOutcome> Outcome => outcome.Value;

        public bool HasFailed => outcome.Value is { IsCompleted: true } ended && !(ended.IsCompletedSuccessfully && ended.Result.Token is not null);

        /// <summary>Whether what was issued says of the caller what would be said now.</summary>
        public bool IsFor(Caller other) => rights == RightsOf(other);

        private static (PermissionSet, string?, long) RightsOf(Caller caller) => (caller.Permissions, caller.RoleKey, caller.RightsVersion);
    }
}
