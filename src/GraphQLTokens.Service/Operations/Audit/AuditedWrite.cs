using System.Text.Json;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence;
using GraphQLTokens.Service.Persistence.Writing;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Operations.Audit;

/// <summary>
/// Runs an operation's work as one write together with its audit event, refused or not: neither is there without the other.
/// Before the work it looks again whether the caller still stands as it was judged: its own end, its value's, or a loss of rights, may have been
/// committed while this write waited, and what was answered as ended must not act any more.
/// </summary>
internal sealed class AuditedWrite(StoreWriter writer, TimeProvider time)
{
    private static readonly Func<TokensDbContext, Guid, long, int, DateTimeOffset, CancellationToken, Task<bool>> TokenStands = EF.CompileAsyncQuery(
        (TokensDbContext db, Guid id, long rights, int generation, DateTimeOffset now, CancellationToken _) => db.Tokens.Any(
            token => token.Id == id && token.RightsVersion == rights && token.DeletedAt == null && token.EndsAt > now
                && token.Values.Any(value => value.Generation == generation && (value.RetiresAt == null || value.RetiresAt > now))));

    /// <param name="callerChanged">The outcome when the caller no longer stands.</param>
    /// <param name="work">Decides and changes; a refusal leaves everything as it was.</param>
    public Task<TOutcome> RunAsync<TOutcome>(
        Caller caller,
        string action,
        Action<Utf8JsonWriter> input,
        TOutcome callerChanged,
        Func<WriteScope, DateTimeOffset, CancellationToken, Task<TOutcome>> work,
        CancellationToken cancellationToken)
        where TOutcome : IAuditedOutcome =>
        writer.WriteAsync(
            async (scope, stop) =>
            {
                var now = time.Now();
                var outcome = await StandsAsync(scope.Db, caller, now, stop) ? await work(scope, now, stop) : callerChanged;
                await scope.AppendAsync(AuditEntry.Of(caller, action, input, outcome.Refusals, time), stop);
                return outcome;
            },
            cancellationToken);

    private static async Task<bool> StandsAsync(TokensDbContext db, Caller caller, DateTimeOffset now, CancellationToken cancellationToken) =>
        await TokenStands(db, caller.TokenId, caller.RightsVersion, caller.ValueGeneration, now, cancellationToken)
        && (caller.AccessToken is not { } accessToken || await StandsAsync(db, accessToken, now, cancellationToken));

    private static async Task<bool> StandsAsync(TokensDbContext db, AccessToken accessToken, DateTimeOffset now, CancellationToken cancellationToken) =>
        accessToken.EndsAt > now
        && !accessToken.DescendsFromAny(
            [.. await db.RevokedAccessTokens.Where(revoked => revoked.TokenId == accessToken.TokenId).Select(revoked => revoked.Id).ToListAsync(cancellationToken)]);
}
