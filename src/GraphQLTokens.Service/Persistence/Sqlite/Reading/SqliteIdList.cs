namespace GraphQLTokens.Service.Persistence.Sqlite.Reading;

/// <summary>
/// Ids in one statement: what follows a column's name. The length is rounded up to a power of two, so that few prepared statements serve all lengths;
/// places that are left over hold the last id once more, which finds nothing twice.
/// </summary>
internal static class SqliteIdList
{
    /// <summary>More are asked for in several statements.</summary>
    public const int MaxLength = 128;

    private static readonly string[] Texts = [.. Enumerable.Range(0, 8).Select(power => $" IN ({string.Join(", ", Enumerable.Repeat("?", 1 << power))})")];

    /// <summary><c> IN (?, ?)</c>, with room for so many.</summary>
    /// <param name="count">From 1 to <see cref="MaxLength"/>.</param>
    public static string Of(int count) => Texts[PowerFor(count)];

    /// <summary>How many values it wants.</summary>
    public static int PlacesFor(int count) => 1 << PowerFor(count);

    private static int PowerFor(int count) => 32 - int.LeadingZeroCount(count - 1);
}
