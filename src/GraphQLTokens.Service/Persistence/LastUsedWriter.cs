using System.Collections.Concurrent;
using System.Net;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Reading;
using GraphQLTokens.Service.Persistence.Settings;
using GraphQLTokens.Service.Persistence.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Persistence;

/// <summary>
/// When, from where and by which value tokens were last used, without a write on any request's path: one slot a token in memory, written
/// every few seconds and at shutdown. A crash loses at most that interval. Neither the time nor the generation goes backwards, and a failed
/// flush is tried again with the next; requests never feel it. A slot stays until it is in the store, so that a use is always in one of the two.
/// </summary>
internal sealed partial class LastUsedWriter(
    StoreWriter writer, TokenRowCache rows, IOptions<StoreSettings> settings, TimeProvider time, ILogger<LastUsedWriter> logger)
    : BackgroundService
{
    /// <summary>Other writes get their turn between batches.</summary>
    private const int Batch = 256;

    private readonly ConcurrentDictionary<Guid, Slot> slots = new();

    /// <summary>Notes a use; costs no more than a look-up.</summary>
    /// <param name="generation">Of the value that was used.</param>
    public void Note(Guid tokenId, int generation, DateTimeOffset at, IPAddress? from)
    {
        var use = new LastUse(at, from, generation);
        while (true)
        {
            var slot = slots.GetOrAdd(tokenId, static (_, use) => new Slot(use), use);
            if (slot.TryJoin(use))
                return;
            // Closed between the two: the next is a new one.
            slots.TryRemove(new(tokenId, slot));
        }
    }

    /// <summary>The newest generation of the token's values whose use is noted and not yet in <see cref="ApiToken.UsedGeneration"/>; else 0.</summary>
    public int NotedGenerationOf(Guid tokenId) => slots.TryGetValue(tokenId, out var slot) ? slot.Latest.Generation : 0;

    /// <summary>Writes what has been noted so far.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        foreach (var batch in slots.ToArray().Select(slot => (Id: slot.Key, Slot: slot.Value, Use: slot.Value.Latest)).Chunk(Batch))
        {
            try
            {
                await writer.WriteAsync(async (scope, stop) =>
                {
                    foreach (var (id, _, use) in batch)
                        await WriteAsync(scope.Db, id, use, stop);
                    return batch.Length;
                }, cancellationToken);
            }
            catch (Exception fault)
            {
                LogFlushFault(fault, batch.Length);
                return;
            }
            foreach (var (id, slot, use) in batch)
            {
                rows.Drop(id);
                // Not where another use came meanwhile: it stays for the next time.
                if (slot.TryClose(use))
                    slots.TryRemove(new(id, slot));
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await FlushAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.Value.LastUsedInterval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await FlushAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The flush at shutdown takes the rest.
        }
    }

    private static async Task WriteAsync(TokensDbContext db, Guid id, LastUse use, CancellationToken cancellationToken)
    {
        var from = use.From is null ? null : AddressText.Format(use.From);
        await db.Tokens
            .Where(token => token.Id == id && (token.UsedAt < use.At || token.UsedGeneration < use.Generation))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(token => token.UsedAt, token => token.UsedAt < use.At ? use.At : token.UsedAt)
                    .SetProperty(token => token.LastUsedFrom, token => token.UsedAt < use.At ? from : token.LastUsedFrom)
                    .SetProperty(token => token.UsedGeneration, token => token.UsedGeneration < use.Generation ? use.Generation : token.UsedGeneration),
                cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "The last uses of {Count} tokens could not be written; they are kept for the next time.")]
    private partial void LogFlushFault(Exception fault, int count);

    private readonly record struct LastUse(DateTimeOffset At, IPAddress? From, int Generation)
    {
        public LastUse Join(LastUse later) => (later.At >= At ? later : this) with { Generation = Math.Max(Generation, later.Generation) };
    }

    /// <summary>The uses of one token, joined in place: a busy token is used thousands of times before that is written.</summary>
    private sealed class Slot(LastUse first)
    {
        private readonly Lock gate = new();
        private LastUse latest = first;
        private bool isClosed;

        public LastUse Latest
        {
            get
            {
                lock (gate)
                    return latest;
            }
        }

        /// <summary>False once it is closed: the use would be lost with it.</summary>
        public bool TryJoin(in LastUse use)
        {
            lock (gate)
            {
                if (!isClosed)
                    latest = latest.Join(use);
                return !isClosed;
            }
        }

        /// <summary>Closes it where this is all that it holds.</summary>
        public bool TryClose(in LastUse written)
        {
            lock (gate)
                return isClosed = latest == written;
        }
    }
}
