using System.Globalization;
using System.Net;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Hosting;

/// <summary>Section <c>Proxies</c>: whose word about a client's address is taken.</summary>
internal sealed class ProxySettings
{
    public const string Section = "Proxies";
    public const string XForwardedFor = "X-Forwarded-For";
    public const string Forwarded = "Forwarded";

    /// <summary>Addresses and CIDR blocks of the proxies in front of this service, e.g. <c>10.0.0.5</c>, <c>10.1.0.0/16</c>, <c>2001:db8::/64</c>. Empty: forwarding headers are ignored.</summary>
    public IList<string> Trusted { get; } = [];

    /// <summary>
    /// How many proxies a request passes through, 1 to 16. One by default: where clients share a trusted block with the proxies,
    /// a longer walk would go on into what those clients wrote themselves.
    /// </summary>
    public int HopLimit { get; set; } = 1;

    /// <summary>
    /// The header that these proxies write: <c>X-Forwarded-For</c> or <c>Forwarded</c> (RFC 7239). Exactly one is read:
    /// a proxy that writes one hands on the other as the client sent it.
    /// </summary>
    public string Header { get; set; } = XForwardedFor;

    /// <summary>A bare address is a block of its own; a block written over IPv4-mapped IPv6 is its IPv4 block.</summary>
    public static bool TryParseBlock(string? text, out IPNetwork block)
    {
        block = default;
        var parts = (text ?? "").Split('/');
        if (parts.Length > 2 || !ForwardedAddress.TryParseHost(parts[0], out var address, out var wasMapped))
            return false;
        var bits = address.GetAddressBytes().Length * 8;
        var length = bits;
        if (parts.Length == 2 && !TryParseLength(parts[1], wasMapped ? 96 : 0, bits, out length))
            return false;
        // The framework cuts host bits off without a word; here they are a slip that somebody should see.
        block = new IPNetwork(address, length);
        return block.BaseAddress.Equals(address);
    }

    private static bool TryParseLength(string text, int mappedBits, int bits, out int length)
    {
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out length))
            return false;
        length -= mappedBits;
        return length >= 0 && length <= bits;
    }
}

internal sealed class ProxySettingsRules : IValidateOptions<ProxySettings>
{
    public ValidateOptionsResult Validate(string? name, ProxySettings options)
    {
        var faults = new List<string>();
        for (var i = 0; i < options.Trusted.Count; i++)
        {
            if (!ProxySettings.TryParseBlock(options.Trusted[i], out _))
                faults.Add($"Proxies:Trusted:{i} is no IP address or CIDR block: '{options.Trusted[i]}' (host bits must be zero)");
        }
        if (options.HopLimit is < 1 or > 16)
            faults.Add("Proxies:HopLimit must lie between 1 and 16");
        if (options.Header is not (ProxySettings.XForwardedFor or ProxySettings.Forwarded))
            faults.Add("Proxies:Header must be X-Forwarded-For or Forwarded");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
