using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Hosting;

/// <summary>
/// The sites whose pages may call, by the origins that browsers name (RFC 6454, section 6.2). Those of <c>Cors:AllowedOrigins</c> may read answers
/// (CORS); they and this service's own may open WebSockets, which no preflight stands before. The service's own is that of
/// <c>Service:PublicUrl</c>; unset, those of its loopback listeners, under each of that interface's names. The <c>Host</c> header is not asked: a name
/// that an attacker points at this address (DNS rebinding) would be in it.
/// </summary>
internal sealed class AllowedOrigins(IOptions<CorsSettings> settings, PublicUrl publicUrl, IServer server)
{
    private static readonly string[] LoopbackNames = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Those of the settings.</summary>
    public IReadOnlyList<string> Listed { get; } = [.. settings.Value.AllowedOrigins];

    /// <summary>Whether pages of that origin may open a WebSocket.</summary>
    public bool AllowsPage(string origin) => Listed.Contains(origin) || IsOwn(origin);

    /// <summary>Whether a text is an origin as browsers write it: no path, no user, no default port, host names in lower case and ASCII.</summary>
    public static bool IsOrigin(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && OriginOf(uri) == text;

    private bool IsOwn(string origin)
    {
        if (publicUrl.Base is not { } known || !Uri.TryCreate(origin, UriKind.Absolute, out var page) || OriginOf(page) != origin)
            return false;
        if (origin == OriginOf(new Uri(known)))
            return true;
        return !publicUrl.IsConfigured && LoopbackNames.Contains(page.Host)
            && Listeners().Any(listener => listener.Scheme == page.Scheme && listener.Port == page.Port);
    }

    // All of them URLs with loopback hosts, or there would be no base URL.
    private IEnumerable<Uri> Listeners() => (server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []).Select(address => new Uri(address));

    private static string OriginOf(Uri uri)
    {
        var host = uri.HostNameType == UriHostNameType.IPv6 ? $"[{IPAddress.Parse(uri.Host)}]" : uri.IdnHost;
        return uri.IsDefaultPort ? $"{uri.Scheme}://{host}" : $"{uri.Scheme}://{host}:{uri.Port}";
    }
}
