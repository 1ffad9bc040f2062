using System.Collections.Concurrent;
using System.Net;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Settings;
using GraphQLTokens.Service.Persistence.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Persistence;

/// <summary>
/// When and from where tokens were last used, without a write on any request's path: one slot a token in memory, written every few
/// seconds and at shutdown. A crash loses at most that interval. The time never goes backwards, and a failed flush
/// is tried again with the next; requests never feel it.
/// </summary>
internal sealed partial class LastUsedWriter(StoreWriter writer, IOptions<StoreSettings> settings, TimeProvider time, ILogger<LastUsedWriter> logger)
    : BackgroundService
{
    /// <summary>Other writes get their turn between batches.</summary>
    private const int Batch = 256;

    private readonly ConcurrentDictionary<Guid, LastUse> slots = new();

    /// <summary>Notes a use; costs no more than a look-up.</summary>
    public void Note(Guid tokenId, DateTimeOffset at, IPAddress? from) =>
        slots.AddOrUpdate(tokenId, static (_, use) => use, static (_, old, use) => use.At >= old.At ? use : old, new LastUse(at, from));

    /// <summary>Writes what has been noted so far.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        foreach (var batch in slots.Keys.ToArray().Chunk(Batch))
        {
            var taken = new List<(Guid Id, LastUse Use)>(batch.Length);
            foreach (var id in batch)
            {
                if (slots.TryRemove(id, out var use))
                    taken.Add((id, use));
            }
            try
            {
                await writer.WriteAsync(async (scope, stop) =>
                {
                    foreach (var (id, use) in taken)
                        await WriteAsync(scope.Db, id, use, stop);
                    return taken.Count;
                }, cancellationToken);
            }
            catch (Exception fault)
            {
                foreach (var (id, use) in taken)
                    Note(id, use.At, use.From);
                LogFlushFault(fault, taken.Count);
                return;
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
            .Where(token => token.Id == id && token.UsedAt < use.At)
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.UsedAt, use.At).SetProperty(token => token.LastUsedFrom, from), cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "The last uses of {Count} tokens could not be written; they are kept for the next time.")]
    private partial void LogFlushFault(Exception fault, int count);

    private readonly record struct LastUse(DateTimeOffset At, IPAddress? From);
}
