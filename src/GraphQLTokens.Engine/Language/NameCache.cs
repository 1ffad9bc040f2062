namespace GraphQLTokens.Engine.Language;

/// <summary>
/// One string for each name that documents repeat, so that parsing does not make it again. Direct-mapped: a name that falls on another's
/// slot takes it. A race between threads costs at worst one more copy.
/// </summary>
internal static class NameCache
{
    // Twice the distinct names of a large schema; at 32 characters each the whole stays under 200 kB, whatever clients send.
    private const int Slots = 2048;
    private const int LongestKept = 32;

    private static readonly string?[] Kept = new string?[Slots];

    /// <summary>The text as a string.</summary>
    public static string Get(ReadOnlySpan<char> name)
    {
        if (name.Length > LongestKept)
            return name.ToString();
        var hash = (uint)name.Length;
        foreach (var unit in name)
            hash = (hash * 31) + unit;
        ref var slot = ref Kept[(hash ^ (hash >> 11)) & (Slots - 1)];
        var kept = slot;
        return kept is not null && name.SequenceEqual(kept) ? kept : slot = name.ToString();
    }
}
