namespace GraphQLTokens.Engine.Language;

/// <summary>
/// One string for each name that documents repeat, so that parsing does not make it again. Direct-mapped: a name that falls on another's
/// slot takes it. A race between threads costs at worst one more copy.
/// </summary>
internal static class NameCache
{
    // Twice the distinct names of a large schema; at 32 characters each the whole stays under 200 kB, whatever clients send.
    private const int SlotBits = 11;
    private const int LongestKept = 32;

    private static readonly string?[] Kept = new string?[1 << SlotBits];

    /// <summary>The text as a string.</summary>
    public static string Get(ReadOnlySpan<char> name)
    {
        if (name.Length > LongestKept)
            return name.ToString();
        ref var slot = ref Kept[SlotOf(name)];
        var kept = slot;
        return kept is not null && name.SequenceEqual(kept) ? kept : slot = name.ToString();
    }

    /// <summary>
    /// From the length and four code units, since a loop over them all would cost more than most names take to compare. Names that agree in
    /// these share a slot, which is slower and never wrong.
    /// </summary>
    private static int SlotOf(ReadOnlySpan<char> name)
    {
        var last = name.Length - 1;
        var hash = (((((uint)name[0] << 8) ^ name[last]) << 8) ^ name[name.Length >> 1] ^ ((uint)name[last >> 2] << 20)) + (uint)name.Length;
        return (int)((hash * 0x9E3779B1) >> (32 - SlotBits));
    }
}
