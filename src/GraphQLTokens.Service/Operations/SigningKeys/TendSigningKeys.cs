using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.AccessTokens;
using GraphQLTokens.Service.Operations.Audit;
using GraphQLTokens.Service.Persistence;
using GraphQLTokens.Service.Persistence.Secrets;
using GraphQLTokens.Service.Persistence.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Operations.SigningKeys;

/// <summary>
/// What time asks of signing keys: the first one is made at the first start; the next one a while before its turn, so that verifiers have learnt of it
/// when it begins to sign; the private half of one that signs no more is destroyed; one that nobody needs any more goes.
/// </summary>
internal sealed class TendSigningKeys(StoreWriter writer, SecretSealer sealer, SigningKeyRing ring, IOptions<AccessTokenSettings> settings, TimeProvider time)
{
    /// <summary>Twice as long as verifiers may keep the key set.</summary>
    public static readonly TimeSpan PublishedAhead = TimeSpan.FromMinutes(10);

    /// <summary>Reads the keys, and does what is due.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await ring.ReloadAsync(cancellationToken);
        await RunAsync(cancellationToken);
    }

    /// <summary>Costs a look into memory when nothing is due.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!IsDue(ring.Keys.Select(key => key.Row), time.Now()))
            return;
        await writer.WriteAsync(TendAsync, cancellationToken);
        await ring.ReloadAsync(cancellationToken);
    }

    private bool IsDue(IEnumerable<SigningKey> keys, DateTimeOffset now) =>
        NextSignsFrom(keys, now) is not null || keys.Any(key => HasSigned(key, now) || IsOver(key, now));

    private async Task<bool> TendAsync(WriteScope scope, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var keys = await scope.Db.SigningKeys.ToListAsync(cancellationToken);
        foreach (var key in keys.Where(key => HasSigned(key, now)))
            key.SealedPrivateKey = null;
        scope.Db.RemoveRange(keys.Where(key => IsOver(key, now)));
        if (NextSignsFrom(keys, now) is not { } signsFrom)
            return true;
        await SigningKeySuccession.SucceedAsync(scope, sealer, now, signsFrom, cancellationToken);
        if (keys.Count > 0)
            await scope.AppendAsync(await AuditEntry.OfSystemAsync(scope.Db, RotateSigningKey.Action, "The next signing key, on schedule", time, cancellationToken), cancellationToken);
        return true;
    }

    /// <summary>When the next key is to begin; null: it is too early to make one, or it waits already.</summary>
    private DateTimeOffset? NextSignsFrom(IEnumerable<SigningKey> keys, DateTimeOffset now)
    {
        if (keys.Where(key => key.SignsUntil is null).MaxBy(key => key.SignsFrom) is not { } newest)
            return now;
        var due = newest.SignsFrom + settings.Value.SigningKeyPeriod;
        return due - PublishedAhead > now ? null : due > now + PublishedAhead ? due : now + PublishedAhead;
    }

    private static bool HasSigned(SigningKey key, DateTimeOffset now) => key.SealedPrivateKey is not null && key.SignsUntil <= now;

    private static bool IsOver(SigningKey key, DateTimeOffset now) => key.PublishedUntil <= now;
}
