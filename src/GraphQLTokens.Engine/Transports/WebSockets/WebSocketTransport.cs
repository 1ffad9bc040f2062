using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Concurrency;
using GraphQLTokens.Engine.Transports.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebSockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Engine.Transports.WebSockets;

/// <summary>
/// GraphQL over WebSocket: takes every request that asks for an upgrade, so that none of them, let through by a door in front, is executed as HTTP.
/// The handshake's framing is the framework's; no extension is agreed on, permessage-deflate least of all (secrets beside chosen text, CRIME).
/// </summary>
internal sealed class WebSocketTransport : ITransport
{
    private readonly ConnectionSurroundings surroundings;
    private readonly HttpResponseWriter responses;
    private readonly WebSocketMiddleware handshake;

    public WebSocketTransport(
        StartRequest start,
        GraphQLHttpOptions options,
        GraphQLWebSocketOptions sockets,
        HttpResponseWriter responses,
        ServerLife life,
        ILoggerFactory logging)
    {
        var log = logging.CreateLogger<WebSocketTransport>();
        surroundings = new ConnectionSurroundings(start, sockets, options.MaxVariablesDepth, new RunningExecutions(sockets.Connections), life, new UnexpectedErrors(log), log);
        this.responses = responses;

        // The protocol has pings of its own, that scripts in browsers can answer for.
        handshake = new WebSocketMiddleware(
            AcceptAsync, Options.Create(new WebSocketOptions { KeepAliveInterval = Timeout.InfiniteTimeSpan }), logging);
    }

    /// <summary>RFC 6455, section 4.1: the upgrade is a GET.</summary>
    public IReadOnlyList<string> Methods { get; } = [HttpMethods.Get];

    public bool Supports(HttpRequest request) => WebSocketUpgrade.IsAskedFor(request.HttpContext);

    public Task DoAsync(HttpContext context) => handshake.Invoke(context);

    private async Task AcceptAsync(HttpContext context)
    {
        if (Refuse(context) is { } refusal)
        {
            await responses.WriteAsync(context, GraphQLResponse.RequestError(refusal), ResponseMediaType.Json);
            return;
        }

        SlowReaders.AreOurs(context);
        var isSpoken = context.WebSockets.WebSocketRequestedProtocols.Contains(CloseCodes.SubProtocol);
        using var socket = await context.WebSockets.AcceptWebSocketAsync(
            new WebSocketAcceptContext { SubProtocol = isSpoken ? CloseCodes.SubProtocol : null });
        var connection = new WebSocketConnection(socket, context, surroundings);
        if (!isSpoken)
            connection.End(CloseCodes.SubProtocolNotAcceptable);
        await connection.RunAsync();
    }

    private GraphQLError? Refuse(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
            return Refusals.Malformed("The request asks for an upgrade to a WebSocket, but its handshake is malformed.");
        return RequestOrigin.IsAllowed(context.Request, surroundings.Options.AllowsOrigin)
            ? null
            : new GraphQLError("Pages of this origin may not open a WebSocket here.", code: ErrorCodes.OriginNotAllowed);
    }
}
