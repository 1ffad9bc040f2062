using System.Buffers.Text;

namespace GraphQLTokens.Engine.Transports.Http;

/// <summary>
/// RFC 8259, section 8.2: JSON can spell half of a surrogate pair as an escape, which is no character and has no UTF-8.
/// System.Text.Json notices only when the string is taken out, which for a variable would be in the midst of execution.
/// </summary>
internal static class UnicodeEscapes
{
    /// <summary>False where an escape stands for half a pair. The text need not be valid JSON.</summary>
    public static bool ArePaired(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("\\u"u8) < 0)
            return true;

        int backslash;
        while ((backslash = json.IndexOf((byte)'\\')) >= 0)
        {
            json = json[backslash..];
            if (!TryReadUnit(json, out var unit))
            {
                json = json[Math.Min(2, json.Length)..];
                continue;
            }

            json = json[6..];
            if (char.IsLowSurrogate(unit))
                return false;
            if (!char.IsHighSurrogate(unit))
                continue;
            if (!TryReadUnit(json, out var second) || !char.IsLowSurrogate(second))
                return false;
            json = json[6..];
        }

        return true;
    }

    private static bool TryReadUnit(ReadOnlySpan<byte> json, out char unit)
    {
        unit = default;
        if (json.Length < 6 || !json.StartsWith("\\u"u8))
            return false;
        if (!Utf8Parser.TryParse(json.Slice(2, 4), out ushort value, out var digits, 'x') || digits != 4)
            return false;
        unit = (char)value;
        return true;
    }
}
