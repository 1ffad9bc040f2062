using System.Diagnostics.CodeAnalysis;
using System.Net;
using GraphQLTokens.Service.Domain;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Hosting;

/// <summary>
/// The one source of absolute URLs. The <c>Host</c> header is the caller's word and is never asked: a reset link or an issuer made from it
/// would point where an attacker likes.
/// <code>
/// Service:PublicUrl set                           that URL, without a trailing slash
/// unset, every listener on a loopback address     the first listener's address
/// unset, any listener reachable from elsewhere    unknown: what needs an absolute URL refuses, and says so
/// </code>
/// </summary>
internal sealed class PublicUrl(IOptions<ServiceSettings> settings, IServer server) : IIssuer
{
    private readonly string? _configured = TryNormalise(settings.Value.PublicUrl, out var url) ? url : null;

    /// <summary>Whether the setting says it, rather than the listeners.</summary>
    public bool IsConfigured => _configured is not null;

    /// <summary>The base URL without a trailing slash, or null when it is unknown. Listener addresses are known once the server has started.</summary>
    public string? Base => _configured ?? FromListeners(server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []);

    string? IIssuer.Url => Base;

    /// <summary>The absolute URL of a path that starts with a slash.</summary>
    /// <exception cref="InvalidOperationException">The base URL is unknown; the message names the setting.</exception>
    public string For(string path) => Base is { } known
        ? known + path
        : throw new InvalidOperationException("Service:PublicUrl is not set, and the service listens beyond loopback: absolute URLs cannot be made. Set it to the URL that clients use.");

    public static bool TryNormalise(string? text, [NotNullWhen(true)] out string? url)
    {
        url = null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
            return false;
        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0 || text.AsSpan().IndexOfAny('?', '#') >= 0)
            return false;
        url = uri.GetLeftPart(UriPartial.Path).TrimEnd('/');
        return true;
    }

    internal static string? FromListeners(ICollection<string> addresses)
    {
        if (addresses.Count == 0)
            return null;
        string? first = null;
        foreach (var address in addresses)
        {
            // `http://*:80`, `http://+:80` and unix sockets are no URIs with a loopback host either.
            if (!TryNormalise(address, out var url) || !IsLoopback(new Uri(url)))
                return null;
            first ??= url;
        }
        return first;
    }

    private static bool IsLoopback(Uri uri) =>
        uri.Host == "localhost" || (IPAddress.TryParse(uri.Host, out var address) && IPAddress.IsLoopback(address));
}
