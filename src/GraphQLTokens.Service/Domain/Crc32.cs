namespace GraphQLTokens.Service.Domain;

/// <summary>
/// CRC-32 as in ISO 3309 and zlib (reflected polynomial EDB88320): what <c>zlib.crc32</c> answers in every language, so that
/// a leak scanner can check a token value without this service. It finds typing faults; it protects nothing.
/// </summary>
internal static class Crc32
{
    private static readonly uint[] Table = MakeTable();

    /// <summary>The checksum of ASCII text.</summary>
    public static uint OfAscii(ReadOnlySpan<char> text)
    {
        var crc = uint.MaxValue;
        foreach (var character in text)
            crc = (crc >> 8) ^ Table[(byte)(crc ^ character)];
        return ~crc;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (uint i = 0; i < table.Length; i++)
        {
            var entry = i;
            for (var bit = 0; bit < 8; bit++)
                entry = (entry & 1) == 0 ? entry >> 1 : (entry >> 1) ^ 0xEDB88320u;
            table[i] = entry;
        }
        return table;
    }
}
