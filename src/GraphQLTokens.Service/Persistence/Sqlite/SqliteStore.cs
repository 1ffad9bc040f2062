using System.Data.Common;
using System.Globalization;
using GraphQLTokens.Service.Persistence.Settings;
using GraphQLTokens.Service.Persistence.Sqlite.Reading;
using GraphQLTokens.Service.Persistence.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SQLitePCL;

namespace GraphQLTokens.Service.Persistence.Sqlite;

/// <summary>
/// The database file: where it lies, who may read it, and how each connection is set up.
/// Write-ahead logging lets readers go on while one writes; <c>synchronous=FULL</c> flushes the log at every commit, so that
/// what was acknowledged survives a power cut.
/// </summary>
internal sealed class SqliteStore : IWriteDatabase, IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string path;
    private readonly TimeSpan busyTimeout;
    private readonly string setUp;
    private readonly SqliteConnectionStringBuilder connectionString;
    private FileStream? heldLock;

    public SqliteStore(IOptions<StoreSettings> settings)
    {
        path = FileBehind(Path.GetFullPath(settings.Value.Path));
        busyTimeout = settings.Value.BusyTimeout;
        setUp = string.Create(CultureInfo.InvariantCulture, $"PRAGMA synchronous=FULL; PRAGMA busy_timeout={(int)busyTimeout.TotalMilliseconds};");
        connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            ForeignKeys = true,
            DefaultTimeout = (int)Math.Ceiling(busyTimeout.TotalSeconds),
        };
    }

    public string ConnectionString => connectionString.ToString();

    /// <summary>Makes the directory and the file, readable by their owner alone, and takes the file for this process.</summary>
    /// <exception cref="InvalidOperationException">
    /// Another process uses it: two would each answer from memory what the other has changed. Or the file that would keep the other one off cannot be made.
    /// </exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        OwnFiles.CreateDirectoryOf(path);
        try
        {
            heldLock ??= OwnFiles.Open(path + ".lock", FileMode.OpenOrCreate, FileShare.None);
        }
        catch (IOException fault)
        {
            throw new InvalidOperationException($"The store {path} cannot be taken for this process alone. {fault.Message}", fault);
        }
        await using (OwnFiles.Open(path, FileMode.OpenOrCreate, FileShare.ReadWrite))
        {
            // SQLite gives its log files the mode of the database file.
        }
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, OwnerOnly);
        await using var connection = await OpenOwnAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        // The migrator's lock row outlives a process killed while migrating; whoever holds the file may clear it.
        command.CommandText = """PRAGMA journal_mode=WAL; DROP TABLE IF EXISTS "__EFMigrationsLock";""";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>A connection outside the pool, kept open by its owner.</summary>
    public async Task<SqliteConnection> OpenOwnAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(ConnectionString) { Pooling = false }.ToString());
        await connection.OpenAsync(cancellationToken);
        SetUp(connection);
        return connection;
    }

    /// <summary>A connection that cannot write, kept open by its owner.</summary>
    public SqliteReadConnection OpenToRead() => new(path, busyTimeout);

    public void SetUp(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = setUp;
        command.ExecuteNonQuery();
    }

    async Task<DbConnection> IWriteDatabase.OpenAsync(CancellationToken cancellationToken) => await OpenOwnAsync(cancellationToken);

    bool IWriteDatabase.IsBusy(DbException fault) => fault is SqliteException { SqliteErrorCode: raw.SQLITE_BUSY };

    DbContextOptions<TokensDbContext> IWriteDatabase.OptionsFor(DbConnection connection) =>
        new DbContextOptionsBuilder<TokensDbContext>().UseSqlite(connection).Options;

    public void Dispose()
    {
        heldLock?.Dispose();
        using var pooled = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(pooled);
    }

    /// <summary>The lock lies beside the file itself: two links to one file would each have their own.</summary>
    private static string FileBehind(string path) =>
        new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
}
