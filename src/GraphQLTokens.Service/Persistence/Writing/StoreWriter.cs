using System.Collections.Concurrent;
using System.Data.Common;
using GraphQLTokens.Service.Persistence.Keys;
using GraphQLTokens.Service.Persistence.Reading;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace GraphQLTokens.Service.Persistence.Writing;

/// <summary>
/// The one way to write. Writes that wait at the same time are committed together: each runs under its own savepoint, and one
/// flush to disk serves them all. Whoever gets the gate runs what is waiting, its own write among them, so there is no
/// thread in the background and no "database is locked" for a caller.
/// <para>
/// After the commit, and before any answer: what memory holds of the changed rows is dropped (a token's record and row; where tenants changed, all of it),
/// then the changes are announced.
/// </para>
/// </summary>
internal sealed class StoreWriter(IWriteDatabase database, KeyRecordCache keys, TokenRowCache rows, TenantSights sights, ChangeFeed feed) : IDisposable, IAsyncDisposable
{
    /// <summary>Bounds how long the first of a group waits for the last.</summary>
    private const int MaxGroup = 64;

    private readonly ConcurrentQueue<PendingWrite> waiting = new();
    private readonly SemaphoreSlim gate = new(1, 1);
    private DbConnection? connection;
    private PooledDbContextFactory<TokensDbContext>? contexts;

    /// <summary>
    /// Runs the work, saves what it changed and commits. The work runs alone; it must take what it decides by from its scope.
    /// A cancelled write is either not begun or rolled back; once it is being committed, it is answered as committed.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<WriteScope, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var write = new PendingWrite<T>(work, cancellationToken);
        waiting.Enqueue(write);
        await gate.WaitAsync(CancellationToken.None);
        try
        {
            while (!write.IsAnswered)
                await CommitGroupAsync();
        }
        finally
        {
            gate.Release();
        }
        return await write.Answer;
    }

    private async Task CommitGroupAsync()
    {
        var group = new List<PendingWrite>();
        while (group.Count < MaxGroup && waiting.TryDequeue(out var write))
            group.Add(write);
        try
        {
            await CommitAsync(group);
        }
        catch (Exception fault)
        {
            foreach (var write in group)
                write.Fail(fault);
        }
    }

    private async Task CommitAsync(List<PendingWrite> group)
    {
        connection ??= await database.OpenAsync(CancellationToken.None);
        // One write at a time: one context, made ready again for each.
        contexts ??= new PooledDbContextFactory<TokensDbContext>(database.OptionsFor(connection), poolSize: 1);
        await using var transaction = await connection.BeginTransactionAsync();
        var done = new List<PendingWrite>(group.Count);
        foreach (var write in group)
        {
            if (await write.TryRunAsync(contexts, transaction))
                done.Add(write);
        }
        await transaction.CommitAsync();
        if (done.Exists(write => write.ChangesTenants))
        {
            sights.ForgetAll();
            keys.DropAll();
            rows.DropAll();
        }
        foreach (var change in done.SelectMany(write => write.Changes))
        {
            keys.Drop(change.TokenId);
            rows.Drop(change.TokenId);
            feed.Announce(change);
        }
        foreach (var write in done)
            write.Succeed();
    }

    public void Dispose()
    {
        connection?.Dispose();
        gate.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        if (connection is not null)
            await connection.DisposeAsync();
        gate.Dispose();
    }
}
