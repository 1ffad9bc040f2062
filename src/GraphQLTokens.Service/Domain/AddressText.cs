using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GraphQLTokens.Service.Domain;

/// <summary>
/// IP addresses as numbers and as text. Text is read strictly (no leading zeros, zone, port, brackets or spaces: each is read
/// differently by different programs) and written as RFC 5952 section 4 says. An IPv4-mapped IPv6 address is its IPv4 address.
/// </summary>
internal static class AddressText
{
    private static readonly UInt128 MappedPrefix = 0xFFFF;
    private static readonly SearchValues<char> IPv6Characters = SearchValues.Create("0123456789abcdefABCDEF:.");

    /// <summary>The address as a number, and whether it is IPv4 (mapped ones included).</summary>
    public static UInt128 Read(IPAddress address, out bool isIPv4)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out var length);
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            isIPv4 = true;
            return BinaryPrimitives.ReadUInt32BigEndian(bytes[..length]);
        }
        var number = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        isIPv4 = IsMapped(number);
        return isIPv4 ? (uint)number : number;
    }

    /// <summary>Canonical text of an address, as it is stored and shown.</summary>
    public static string Format(IPAddress address) => Format(Read(address, out var isIPv4), isIPv4);

    public static string Format(UInt128 number, bool isIPv4) => isIPv4
        ? string.Create(CultureInfo.InvariantCulture, $"{(byte)(number >> 24)}.{(byte)(number >> 16)}.{(byte)(number >> 8)}.{(byte)number}")
        : FormatIPv6(number);

    public static bool IsMapped(UInt128 number) => number >> 32 == MappedPrefix;

    /// <summary>Reads one address of either family; a mapped one stays IPv6 here, since a prefix length may follow it.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out UInt128 number, out bool isIPv4)
    {
        isIPv4 = !text.Contains(':');
        return isIPv4 ? TryParseIPv4(text, out number) : TryParseIPv6(text, out number);
    }

    private static bool TryParseIPv4(ReadOnlySpan<char> text, out UInt128 number)
    {
        number = 0;
        var parts = 0;
        foreach (var range in text.Split('.'))
        {
            var part = text[range];
            if (++parts > 4 || part.Length is 0 or > 3 || part.ContainsAnyExceptInRange('0', '9') || (part.Length > 1 && part[0] == '0'))
                return false;
            var octet = int.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture);
            if (octet > 255)
                return false;
            number = (number << 8) | (UInt128)octet;
        }
        return parts == 4;
    }

    private static bool TryParseIPv6(ReadOnlySpan<char> text, out UInt128 number)
    {
        number = 0;
        const int longest = 45; // ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255
        if (text.Length > longest || text.ContainsAnyExcept(IPv6Characters))
            return false;
        if (text.Contains('.') && !TryParseIPv4(text[(text.LastIndexOf(':') + 1)..], out _))
            return false;
        if (!IPAddress.TryParse(text, out var address) || address.AddressFamily != AddressFamily.InterNetworkV6)
            return false;
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        number = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        return true;
    }

    /// <summary>RFC 5952 section 4: lower case, no leading zeros, `::` for the first longest run of two or more zero groups.</summary>
    private static string FormatIPv6(UInt128 number)
    {
        Span<ushort> groups = stackalloc ushort[8];
        for (var i = 0; i < groups.Length; i++)
            groups[i] = (ushort)(number >> (16 * (7 - i)));
        var (start, length) = LongestZeroRun(groups);
        var text = new StringBuilder(39);
        for (var i = 0; i < groups.Length; i++)
        {
            if (i == start)
            {
                text.Append("::");
                i += length - 1;
                continue;
            }
            if (i > 0 && i != start + length)
                text.Append(':');
            text.Append(groups[i].ToString("x", CultureInfo.InvariantCulture));
        }
        return text.ToString();
    }

    private static (int Start, int Length) LongestZeroRun(ReadOnlySpan<ushort> groups)
    {
        var best = (Start: -1, Length: 1);
        for (var i = 0; i < groups.Length; i++)
        {
            var end = i;
            while (end < groups.Length && groups[end] == 0)
                end++;
            if (end - i > best.Length)
                best = (i, end - i);
            i = Math.Max(i, end - 1);
        }
        return best.Start < 0 ? (-2, 1) : best;
    }
}
