using GraphQLTokens.Engine.Transports.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace GraphQLTokens.Engine.Transports.WebSockets;

/// <summary>Tells the requests that ask for a WebSocket.</summary>
public static class WebSocketUpgrade
{
    /// <summary>
    /// Whether a request asks to become a WebSocket (RFC 6455, section 4.1; over HTTP/2: RFC 8441). Where WebSockets are served, such a request is never
    /// executed as HTTP, however malformed its handshake: so a door in front may let it through without a credential, to be asked for in <c>connection_init</c>.
    /// </summary>
    public static bool IsAskedFor(HttpContext context)
    {
        if (context.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true } connect)
            return IsWebSocket(connect.Protocol);
        var upgrade = context.Request.Headers.Upgrade;
        return upgrade.Count > 0 && HeaderList.Split(upgrade).Any(protocol => IsWebSocket(protocol));
    }

    private static bool IsWebSocket(StringSegment protocol) => protocol.Equals("websocket", StringComparison.OrdinalIgnoreCase);
}
