using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Settings;
using GraphQLTokens.Service.Persistence.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Persistence.Idempotency;

/// <summary>
/// Keeps what calls with a key have made. That a call was done is in the store with the change itself, or not at all: cut off before the answer
/// was kept, the answer is made again of what the call made.
/// </summary>
internal sealed class RememberedCalls(
    IDbContextFactory<TokensDbContext> contexts, StoreWriter writer, IOptions<IdempotencySettings> settings, TimeProvider time)
{
    /// <summary>Those of creating and rotating are far below; what is longer is made again for each repeat.</summary>
    private const int MaxAnswerBytes = 64 * 1024;

    /// <summary>Null when no call of that key was done, or too long ago.</summary>
    public async Task<RememberedCall?> FindAsync(IdempotentCall call, CancellationToken cancellationToken)
    {
        var now = time.Now();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.RememberedCalls.AsNoTracking()
            .SingleOrDefaultAsync(one => one.TokenId == call.TokenId && one.KeyHash == call.KeyHash && one.ExpiresAt > now, cancellationToken);
    }

    /// <summary>Inside the write that does the call.</summary>
    /// <param name="made">The value of the token that it made or rotated.</param>
    public async Task AddAsync(WriteScope scope, IdempotentCall call, TokenValue made, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await scope.Db.RememberedCalls
            .Where(one => one.TokenId == call.TokenId && one.KeyHash == call.KeyHash && one.ExpiresAt <= now)
            .ExecuteDeleteAsync(cancellationToken);
        scope.Db.Add(new RememberedCall
        {
            TokenId = call.TokenId,
            KeyHash = call.KeyHash,
            ValueGeneration = call.ValueGeneration,
            Fingerprint = call.Fingerprint,
            Rights = call.Rights,
            SealedValue = call.Do(made),
            ExpiresAt = now + settings.Value.KeepFor,
        });
    }

    /// <summary>Once it has been made: repeats are answered the same from then on.</summary>
    public async Task AddAnswerAsync(IdempotentCall call, KeptAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.Body.Length > MaxAnswerBytes)
            return;
        var box = call.SealAnswer(answer);
        await writer.WriteAsync(
            (scope, stop) => scope.Db.RememberedCalls
                .Where(one => one.TokenId == call.TokenId && one.KeyHash == call.KeyHash && one.SealedAnswer == null)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.SealedAnswer, box), stop),
            cancellationToken);
    }

    /// <summary>Forgets the calls whose time is over; writes nothing where there are none.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = time.Now();
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (!await db.RememberedCalls.AnyAsync(one => one.ExpiresAt <= now, cancellationToken))
                return;
        }
        await writer.WriteAsync((scope, stop) => scope.Db.RememberedCalls.Where(one => one.ExpiresAt <= now).ExecuteDeleteAsync(stop), cancellationToken);
    }
}
