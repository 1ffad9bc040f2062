using System.Net;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace GraphQLTokens.Service.Hosting;

/// <summary>
/// Who stands at the far end. Each trusted proxy appends the address that it saw, so the header is read from the right, and only as far as
/// trust reaches:
/// <code>
/// connection 10.0.0.5 (trusted)   X-Forwarded-For: 1.1.1.1, 198.51.100.7    client 198.51.100.7; whoever wrote 1.1.1.1 is not asked
/// connection 203.0.113.9          X-Forwarded-For: anything                 client 203.0.113.9
/// connection 10.0.0.5 (trusted)   X-Forwarded-For: unknown                  client unknown
/// </code>
/// The walk ends at the first address that is no trusted proxy, or at the hop limit. Where it comes upon something that is no address, somebody
/// stands behind the proxy and nobody knows who: to take the proxy's own address instead would lend it to whoever can spoil the header.
/// </summary>
internal sealed class ClientAddressWalk
{
    private readonly IPNetwork[] _trusted;
    private readonly int _hopLimit;
    private readonly string _header;

    public ClientAddressWalk(IOptions<ProxySettings> settings)
    {
        var wanted = settings.Value;
        _trusted = [.. wanted.Trusted.Select(text => ProxySettings.TryParseBlock(text, out var block) ? block : throw new FormatException(text))];
        _hopLimit = wanted.HopLimit;
        _header = wanted.Header;
    }

    /// <returns>The client's address, never IPv4-mapped; null when it is unknown, or the connection has none (a Unix socket).</returns>
    public IPAddress? Find(IPAddress? connection, IHeaderDictionary headers)
    {
        if (connection is null)
            return null;
        var client = ForwardedAddress.Normalise(connection);
        if (!IsTrusted(client))
            return client;
        var hops = 0;
        foreach (var entry in FromTheRight(headers[_header]))
        {
            if (!ForwardedAddress.TryParse(entry, out var before))
                return null;
            client = before;
            if (++hops == _hopLimit || !IsTrusted(client))
                break;
        }
        return client;
    }

    private bool IsTrusted(IPAddress address)
    {
        foreach (var block in _trusted)
        {
            if (block.Contains(address))
                return true;
        }
        return false;
    }

    /// <summary>Several header lines are one list in their order (RFC 9110 section 5.3); empty elements do not count (section 5.6.1).</summary>
    private IEnumerable<string?> FromTheRight(StringValues lines)
    {
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            var line = lines[i] ?? "";
            var entries = _header == ProxySettings.Forwarded ? ForwardedHeader.ReadFor(line) : SplitList(line);
            // A line with nothing to read is no address either: what stands left of it was written before it.
            if (entries.Count == 0)
                yield return null;
            for (var j = entries.Count - 1; j >= 0; j--)
                yield return entries[j];
        }
    }

    private static string[] SplitList(string line) => line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
