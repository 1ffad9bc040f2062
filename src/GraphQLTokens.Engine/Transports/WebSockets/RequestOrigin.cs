using Microsoft.AspNetCore.Http;

namespace GraphQLTokens.Engine.Transports.WebSockets;

/// <summary>
/// RFC 6455, section 10.2: a page of any site can open a WebSocket to us from its visitor's browser, cookies and network included; no preflight
/// stands before it, but the browser does name the page's origin.
/// </summary>
internal static class RequestOrigin
{
    /// <param name="request">The upgrade request.</param>
    /// <param name="allows">See <see cref="GraphQLWebSocketOptions.AllowsOrigin"/>.</param>
    public static bool IsAllowed(HttpRequest request, Func<string, bool>? allows)
    {
        var origin = request.Headers.Origin;
        if (origin.Count == 0)
            return true;
        if (origin is not [{ } site])
            return false;
        return allows is null ? IsOf(site, request.Host) : allows(site);
    }

    // The scheme is left out: behind a proxy that ends TLS it is not ours to know.
    private static bool IsOf(string site, HostString host) =>
        Uri.TryCreate(site, UriKind.Absolute, out var origin)
        && (origin.Scheme == Uri.UriSchemeHttp || origin.Scheme == Uri.UriSchemeHttps)
        && origin.Host.Equals(host.Host, StringComparison.OrdinalIgnoreCase)
        && origin.Port == (host.Port ?? (origin.Scheme == Uri.UriSchemeHttps ? 443 : 80));
}
