using System.Runtime.InteropServices;

namespace GraphQLTokens.Service.Persistence.Sqlite.Reading;

/// <summary>
/// The columns of the row that a statement stands on, asked of SQLite itself. A page of 50 tokens asks two thousand times; by way of the binding each of
/// these calls guards its handle and tells the garbage collector that it leaves managed code, which costs more than the call. They only look at what
/// the step has laid out, and never wait.
/// </summary>
internal static unsafe class SqliteColumns
{
    private const string Library = "e_sqlite3";

    [DllImport(Library, EntryPoint = "sqlite3_column_type"), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    public static extern int TypeOf(nint statement, int column);

    [DllImport(Library, EntryPoint = "sqlite3_column_int64"), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    public static extern long NumberOf(nint statement, int column);

    /// <summary>The bytes of a blob or of a text in UTF-8, until the next step; none for null.</summary>
    public static ReadOnlySpan<byte> BytesOf(nint statement, int column)
    {
        var start = StartOf(statement, column);
        return new ReadOnlySpan<byte>(start, LengthOf(statement, column));
    }

    [DllImport(Library, EntryPoint = "sqlite3_column_blob"), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static extern void* StartOf(nint statement, int column);

    [DllImport(Library, EntryPoint = "sqlite3_column_bytes"), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static extern int LengthOf(nint statement, int column);
}
