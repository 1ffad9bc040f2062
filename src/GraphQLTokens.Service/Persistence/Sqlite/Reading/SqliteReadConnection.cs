using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace GraphQLTokens.Service.Persistence.Sqlite.Reading;

/// <summary>
/// A connection that can only read, and the statements that it has prepared, each at its first use. It serves one reader at a time, so SQLite
/// does without its own lock around every call. Below the ADO.NET classes, since what those do for each column costs more than the database does.
/// </summary>
internal sealed class SqliteReadConnection : IDisposable
{
    /// <summary>A page's filters and orders make many shapes; a shape that comes again later is prepared again, in some 50 us.</summary>
    internal const int MaxStatements = 64;

    // Steps of SQLite's machine between two looks at whether anybody still waits: well under a millisecond; a page of 50 takes 2,000.
    private const int StepsBetweenLooks = 10_000;

    // SQLITE_STMTSTATUS_REPREPARE and SQLITE_STMTSTATUS_RUN, which the binding does not name.
    private const int Reprepared = 5;
    private const int Runs = 6;

    private readonly sqlite3 connection;
    private readonly Dictionary<(string Select, string More), sqlite3_stmt> statements = [];
    private readonly Queue<(string, string)> oldestFirst = new();
    private CancellationToken cancelled;

    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    public SqliteReadConnection(string path, TimeSpan busyTimeout)
    {
        var result = raw.sqlite3_open_v2(path, out connection, raw.SQLITE_OPEN_READONLY | raw.SQLITE_OPEN_NOMUTEX, null);
        try
        {
            Check(result);
            Check(raw.sqlite3_busy_timeout(connection, (int)busyTimeout.TotalMilliseconds));
            // Otherwise SQLite looks at the values that a partial index might go by, and prepares the statement anew each time that one is bound: a quarter of a page's time.
            Check(raw.sqlite3_db_config(connection, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _));
            raw.sqlite3_progress_handler(connection, StepsBetweenLooks, static me => ((SqliteReadConnection)me).cancelled.IsCancellationRequested ? 1 : 0, this);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public int StatementCount => statements.Count;

    /// <summary>How often a kept statement was prepared anew, which a change of the schema alone should bring about.</summary>
    public int RepreparedCount => Count(Reprepared);

    /// <summary>How often the kept statements were run, in all.</summary>
    public int RunCount => Count(Runs);

    /// <summary>Begins a read. Dispose of it before the next: until then it holds the state of the database that it began with.</summary>
    /// <param name="select">The statement, or the part of it that is always the same.</param>
    /// <param name="more">What else it says. Every value is a <c>?</c>.</param>
    /// <param name="cancellationToken">Stops the database, too, in the middle of its work.</param>
    public SqliteRead Begin(string select, string more, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        cancelled = cancellationToken;
        if (!statements.TryGetValue((select, more), out var statement))
            statement = Prepare(select, more);
        return new SqliteRead(this, statement);
    }

    /// <exception cref="OperationCanceledException">The read was given up, since nobody waits for it.</exception>
    /// <exception cref="SqliteException">Anything else that is not success.</exception>
    internal void Check(int result)
    {
        if (result == raw.SQLITE_INTERRUPT)
            throw new OperationCanceledException(cancelled);
        SqliteException.ThrowExceptionForRC(result, connection);
    }

    public void Dispose()
    {
        foreach (var statement in statements.Values)
            statement.Dispose();
        connection.Dispose();
    }

    private int Count(int what) => statements.Values.Sum(statement => raw.sqlite3_stmt_status(statement, what, 0));

    private sqlite3_stmt Prepare(string select, string more)
    {
        Check(raw.sqlite3_prepare_v3(connection, select + more, raw.SQLITE_PREPARE_PERSISTENT, out var statement));
        if (statements.Count == MaxStatements && statements.Remove(oldestFirst.Dequeue(), out var oldest))
            oldest.Dispose();
        statements.Add((select, more), statement);
        oldestFirst.Enqueue((select, more));
        return statement;
    }
}
