using System.Text;
using System.Text.Unicode;

namespace GraphQLTokens.Engine.Transports.Http;

/// <summary>
/// The WHATWG URL standard, "application/x-www-form-urlencoded parsing": plus is a space, %XX a byte, a percent sign without two digits stands for itself.
/// Stricter in one point: bytes that are no UTF-8 are refused, where the standard would put in replacement characters.
/// </summary>
internal static class FormEncoding
{
    /// <param name="encoded">A name or a value, as it stands in the query string.</param>
    /// <param name="utf8">The decoded text.</param>
    /// <returns>False where the bytes are no UTF-8.</returns>
    public static bool TryDecode(ReadOnlySpan<char> encoded, out ReadOnlyMemory<byte> utf8)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(encoded)];
        Encoding.UTF8.GetBytes(encoded, bytes);

        // In place: nothing gets longer by decoding.
        var length = 0;
        for (var at = 0; at < bytes.Length; at++)
            bytes[length++] = DecodeAt(bytes, ref at);

        utf8 = bytes.AsMemory(0, length);
        return Utf8.IsValid(utf8.Span);
    }

    private static byte DecodeAt(byte[] bytes, ref int at)
    {
        var current = bytes[at];
        if (current == '+')
            return (byte)' ';
        if (current != '%' || at + 2 >= bytes.Length)
            return current;
        var (high, low) = ((char)bytes[at + 1], (char)bytes[at + 2]);
        if (!Uri.IsHexDigit(high) || !Uri.IsHexDigit(low))
            return current;
        at += 2;
        return (byte)((Uri.FromHex(high) << 4) | Uri.FromHex(low));
    }
}
