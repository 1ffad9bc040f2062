using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence;
using GraphQLTokens.Service.Persistence.Secrets;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Operations.SigningKeys;

/// <summary>The signing keys in memory, opened: read at the start, and again after each change of them.</summary>
internal sealed class SigningKeyRing(IDbContextFactory<TokensDbContext> contexts, SecretSealer sealer, TimeProvider time)
{
    private volatile RingKey[] keys = [];

    /// <summary>The newest first.</summary>
    public IReadOnlyList<RingKey> Keys => keys;

    /// <summary>
    /// The one that signs now: the newest whose time has come. Where none has come, since the clock was set back behind all of them, the first to come: it is
    /// published, and nothing could be signed until then.
    /// </summary>
    public RingKey Current
    {
        get
        {
            var now = time.GetUtcNow();
            return Array.Find(keys, key => key.Signs(now)) ?? keys.Last(key => key.Signing is not null);
        }
    }

    /// <summary>Those that verifiers may still need, the newest first.</summary>
    public IEnumerable<RingKey> Published
    {
        get
        {
            var now = time.GetUtcNow();
            return keys.Where(key => key.IsPublished(now));
        }
    }

    /// <summary>The published key of that id; false for every other text.</summary>
    public bool TryGetPublished(string? keyId, [NotNullWhen(true)] out RingKey? key)
    {
        key = null;
        foreach (var known in keys)
        {
            if (known.KeyId == keyId)
                key = known;
        }
        return key?.IsPublished(time.GetUtcNow()) is true;
    }

    /// <summary>Of an access token that was signed, and is noted in the store: so that the next one as long costs no write.</summary>
    public void NoteLifetime(string keyId, TimeSpan lifetime)
    {
        foreach (var key in keys)
        {
            if (key.KeyId == keyId && key.Row.LongestLifetime < lifetime)
                key.Row.LongestLifetime = lifetime;
        }
    }

    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // Of two that were made in the same moment, the one without an end is the newer.
        var rows = await db.SigningKeys.AsNoTracking()
            .OrderByDescending(key => key.SignsFrom).ThenByDescending(key => key.SignsUntil == null).ThenByDescending(key => key.CreatedAt)
            .ToListAsync(cancellationToken);
        keys = [.. rows.Select(Open)];
    }

    private RingKey Open(SigningKey row)
    {
        if (row.SealedPrivateKey is null)
            return new RingKey(row, null);
        var privateKey = sealer.Open(row.SealedPrivateKey, row.SealedPlace);
        try
        {
            return new RingKey(row, privateKey);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(privateKey);
        }
    }
}
