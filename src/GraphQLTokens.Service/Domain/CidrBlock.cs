using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace GraphQLTokens.Service.Domain;

/// <summary>
/// A block of addresses (RFC 4632, RFC 4291 section 2.3), e.g. <c>10.0.0.0/8</c>, <c>2001:db8::/32</c>; a bare address is a block
/// of one. The families are apart: no IPv6 block holds an IPv4 address, not even <c>::/0</c>. IPv4-mapped IPv6 is IPv4.
/// </summary>
internal readonly record struct CidrBlock
{
    private readonly UInt128 network;
    private readonly byte prefixLength;
    private readonly bool isIPv4;

    private CidrBlock(UInt128 network, int prefixLength, bool isIPv4)
    {
        this.network = network;
        this.prefixLength = (byte)prefixLength;
        this.isIPv4 = isIPv4;
    }

    public bool Contains(IPAddress address)
    {
        var number = AddressText.Read(address, out var addressIsIPv4);
        return addressIsIPv4 == isIPv4 && Cut(number, prefixLength, isIPv4) == network;
    }

    public bool IsWithin(CidrBlock other) =>
        isIPv4 == other.isIPv4 && prefixLength >= other.prefixLength && Cut(network, other.prefixLength, isIPv4) == other.network;

    /// <summary>Blocks are nested or apart, never half in each other.</summary>
    public bool Overlaps(CidrBlock other) => IsWithin(other) || other.IsWithin(this);

    /// <summary>Canonical text, always with the prefix length.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{AddressText.Format(network, isIPv4)}/{prefixLength}");

    /// <summary>Reads text that this type wrote.</summary>
    /// <exception cref="FormatException">It is not such text.</exception>
    public static CidrBlock Parse(string text) =>
        TryParse(text, out var block, out var fault) ? block : throw new FormatException(fault);

    /// <summary>False, and why in words for the sender, when the text is not a block.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CidrBlock block, [NotNullWhen(false)] out string? fault)
    {
        block = default;
        var slash = text.IndexOf('/');
        var address = slash < 0 ? text : text[..slash];
        if (!AddressText.TryParse(address, out var number, out var isIPv4))
        {
            fault = "is not an IPv4 or IPv6 address or CIDR block, such as 10.0.0.0/8 or 2001:db8::/32";
            return false;
        }
        var width = Width(isIPv4);
        var length = width;
        if (slash >= 0 && !TryParseLength(text[(slash + 1)..], width, out length))
        {
            fault = $"has no prefix length from 0 to {width} after the slash";
            return false;
        }
        if (!isIPv4 && length >= 96 && AddressText.IsMapped(number))
            (number, length, isIPv4) = ((uint)number, length - 96, true);
        block = new CidrBlock(Cut(number, length, isIPv4), length, isIPv4);
        fault = block.network == number ? null : $"has host bits set; did you mean {block}?";
        return fault is null;
    }

    private static bool TryParseLength(ReadOnlySpan<char> text, int width, out int length)
    {
        length = 0;
        return text.Length is > 0 and <= 3
            && !text.ContainsAnyExceptInRange('0', '9')
            && (text.Length == 1 || text[0] != '0')
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out length)
            && length <= width;
    }

    private static int Width(bool isIPv4) => isIPv4 ? 32 : 128;

    /// <summary>The number with everything behind the prefix cleared.</summary>
    private static UInt128 Cut(UInt128 number, int prefixLength, bool isIPv4)
    {
        var hostBits = Width(isIPv4) - prefixLength;
        return hostBits == 128 ? UInt128.Zero : number >> hostBits << hostBits; // a shift by 128 would be a shift by 0
    }
}
