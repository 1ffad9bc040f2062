using System.Collections.Concurrent;

namespace GraphQLTokens.Service.Persistence.Sqlite.Reading;

/// <summary>Keeps read connections open between reads: opening one and preparing a statement costs many times the read.</summary>
internal sealed class SqliteReadPool(SqliteStore store) : IDisposable
{
    // A read keeps its thread, so more than these are in use only while threads wait for the disk. Each may hold 2 MB of pages.
    private static readonly int MaxIdle = Math.Max(4, 2 * Environment.ProcessorCount);

    private readonly ConcurrentBag<SqliteReadConnection> idle = [];
    private int idleCount;

    /// <summary>How many statements were run on the connections that nobody uses now.</summary>
    public int RunCount => idle.Sum(connection => connection.RunCount);

    /// <summary>A connection for the caller alone, until it is given back by disposal. It must not be held across an await.</summary>
    public Rented Rent()
    {
        if (!idle.TryTake(out var connection))
            return new Rented(this, store.OpenToRead());
        Interlocked.Decrement(ref idleCount);
        return new Rented(this, connection);
    }

    public void Dispose()
    {
        while (idle.TryTake(out var connection))
            connection.Dispose();
    }

    private void GiveBack(SqliteReadConnection connection)
    {
        if (Interlocked.Increment(ref idleCount) <= MaxIdle)
        {
            idle.Add(connection);
            return;
        }
        Interlocked.Decrement(ref idleCount);
        connection.Dispose();
    }

    internal readonly ref struct Rented(SqliteReadPool pool, SqliteReadConnection connection)
    {
        /// <inheritdoc cref="SqliteReadConnection.Begin"/>
        public SqliteRead Begin(string select, string more, CancellationToken cancellationToken) => connection.Begin(select, more, cancellationToken);

        public SqliteRead Begin(string sql, CancellationToken cancellationToken) => connection.Begin(sql, "", cancellationToken);

        public void Dispose() => pool.GiveBack(connection);
    }
}
