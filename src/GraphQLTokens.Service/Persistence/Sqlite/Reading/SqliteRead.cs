using SQLitePCL;

namespace GraphQLTokens.Service.Persistence.Sqlite.Reading;

/// <summary>One run of a prepared statement: bind its values in their order, then read row after row. Columns count from 0.</summary>
internal ref struct SqliteRead(SqliteReadConnection connection, sqlite3_stmt statement)
{
    private int bound;

    public void Bind(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        connection.Check(raw.sqlite3_bind_blob(statement, ++bound, bytes));
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

    public readonly bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public readonly long Number(int column) => raw.sqlite3_column_int64(statement, column);

    public readonly bool Flag(int column) => Number(column) != 0;

    public readonly Guid Id(int column) => new(raw.sqlite3_column_blob(statement, column), bigEndian: true);

    public readonly Guid? OptionalId(int column) => raw.sqlite3_column_blob(statement, column) is { IsEmpty: false } bytes ? new Guid(bytes, bigEndian: true) : null;

    public readonly string Text(int column) => OptionalText(column)!;

    public readonly string? OptionalText(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    public readonly byte[] Bytes(int column) => raw.sqlite3_column_blob(statement, column).ToArray();

    /// <summary>The text as it lies in the database, until the next step.</summary>
    public readonly ReadOnlySpan<byte> Utf8(int column) => raw.sqlite3_column_blob(statement, column);

    public readonly DateTimeOffset Instant(int column) => DateTimeOffset.FromUnixTimeMilliseconds(Number(column));

    public readonly DateTimeOffset? OptionalInstant(int column) => IsNull(column) ? null : Instant(column);

    /// <summary>Lets go of the state of the database that was read.</summary>
    public readonly void Dispose() => _ = raw.sqlite3_reset(statement);
}
