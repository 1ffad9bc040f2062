using System.Text;
using SQLitePCL;

namespace GraphQLTokens.Service.Persistence.Sqlite.Reading;

/// <summary>One run of a prepared statement: bind its values in their order, then read row after row. Columns count from 0.</summary>
internal ref struct SqliteRead(SqliteReadConnection connection, sqlite3_stmt statement)
{
    // The connection keeps the statement, and whoever reads has the connection: the handle stays good as long as this lives.
    private readonly nint row = statement.DangerousGetHandle();
    private int bound;

    public void Bind(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        connection.Check(raw.sqlite3_bind_blob(statement, ++bound, bytes));
    }

    /// <summary>The values of a <see cref="SqliteIdList"/> of so many.</summary>
    public void Bind(ReadOnlySpan<Guid> ids)
    {
        for (var place = 0; place < SqliteIdList.PlacesFor(ids.Length); place++)
            Bind(ids[Math.Min(place, ids.Length - 1)]);
    }

    public void Bind(long number) => connection.Check(raw.sqlite3_bind_int64(statement, ++bound, number));

    public void Bind(string text) => connection.Check(raw.sqlite3_bind_text(statement, ++bound, text));

    /// <summary>Steps to the next row; false behind the last one.</summary>
    public readonly bool Next()
    {
        var result = raw.sqlite3_step(statement);
        if (result is raw.SQLITE_ROW)
            return true;
        if (result is not raw.SQLITE_DONE)
            connection.Check(result);
        return false;
    }

    public readonly bool IsNull(int column) => SqliteColumns.TypeOf(row, column) == raw.SQLITE_NULL;

    public readonly long Number(int column) => SqliteColumns.NumberOf(row, column);

    public readonly bool Flag(int column) => Number(column) != 0;

    public readonly Guid Id(int column) => new(Bytes(column), bigEndian: true);

    public readonly Guid? OptionalId(int column) => IsNull(column) ? null : Id(column);

    public readonly string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    public readonly string? OptionalText(int column) => IsNull(column) ? null : Text(column);

    /// <summary>A text or a blob as it lies in the database, until the next step.</summary>
    public readonly ReadOnlySpan<byte> Bytes(int column) => SqliteColumns.BytesOf(row, column);

    public readonly DateTimeOffset Instant(int column) => DateTimeOffset.FromUnixTimeMilliseconds(Number(column));

    public readonly DateTimeOffset? OptionalInstant(int column) => IsNull(column) ? null : Instant(column);

    /// <summary>Lets go of the state of the database that was read.</summary>
    public readonly void Dispose() => _ = raw.sqlite3_reset(statement);
}
