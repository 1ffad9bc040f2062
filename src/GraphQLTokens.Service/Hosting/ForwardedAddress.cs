using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace GraphQLTokens.Service.Hosting;

/// <summary>
/// One address as proxies write it. Taken: <c>192.0.2.1</c>, <c>192.0.2.1:443</c>, <c>2001:db8::1</c>, <c>[2001:db8::1]</c>, <c>[2001:db8::1]:443</c>.
/// The framework's parser also takes <c>1</c>, <c>0x7f.1</c> and <c>010.0.0.1</c> as addresses; here they are refused, since two readers of
/// such a text come to two addresses.
/// </summary>
internal static class ForwardedAddress
{
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out IPAddress? address)
    {
        address = null;
        return TryCutPort(text, out var host) && TryParseHost(host, out address, out _);
    }

    /// <summary>An IPv4 address met in IPv6 clothes is the IPv4 address; an interface's scope says nothing about who calls.</summary>
    public static IPAddress Normalise(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        return address is { AddressFamily: AddressFamily.InterNetworkV6, ScopeId: not 0 } ? new IPAddress(address.GetAddressBytes()) : address;
    }

    /// <summary>An address alone, without port and brackets.</summary>
    public static bool TryParseHost(ReadOnlySpan<char> host, [NotNullWhen(true)] out IPAddress? address, out bool wasMapped)
    {
        wasMapped = false;
        // No scope ids, no brackets inside, and the longest address has 45 characters.
        if (host.Length is 0 or > 45 || host.IndexOfAny('%', '[', ']') >= 0 || !IPAddress.TryParse(host, out address))
        {
            address = null;
            return false;
        }
        if (address.AddressFamily == AddressFamily.InterNetwork && !host.SequenceEqual(address.ToString()))
        {
            address = null;
            return false;
        }
        wasMapped = address.IsIPv4MappedToIPv6;
        address = Normalise(address);
        return true;
    }

    /// <summary>A colon alone does not make a port: bare IPv6 is full of them.</summary>
    private static bool TryCutPort(ReadOnlySpan<char> text, out ReadOnlySpan<char> host)
    {
        host = text;
        if (text.Length > 0 && text[0] == '[')
        {
            var end = text.IndexOf(']');
            if (end < 0 || !text[1..end].Contains(':'))
                return false;
            host = text[1..end];
            var rest = text[(end + 1)..];
            return rest.IsEmpty || (rest[0] == ':' && IsPort(rest[1..]));
        }
        var colon = text.IndexOf(':');
        if (colon < 0 || text.LastIndexOf(':') != colon)
            return true;
        host = text[..colon];
        return IsPort(text[(colon + 1)..]);
    }

    private static bool IsPort(ReadOnlySpan<char> text) => text.Length is >= 1 and <= 5 && !text.ContainsAnyExceptInRange('0', '9');
}
