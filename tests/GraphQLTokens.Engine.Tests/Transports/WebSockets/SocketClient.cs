using System.Net;
using System.Net.WebSockets;
using System.Text;

namespace GraphQLTokens.Engine.Tests.Transports.WebSockets;

/// <summary>A client that says exactly what it is told to, and reads the answers one by one.</summary>
internal sealed class SocketClient(ClientWebSocket socket) : IDisposable
{
    public const string Init = """{"type":"connection_init"}""";
    public const string Ack = """{"type":"connection_ack"}""";
    private readonly byte[] buffer = new byte[256 * 1024];

    public string? SubProtocol => socket.SubProtocol;

    /// <param name="http">Not null: over its HTTP/2.</param>
    public static async Task<SocketClient> ConnectAsync(
        HttpHost host, string? subProtocol = "graphql-transport-ws", string? origin = null, HttpMessageInvoker? http = null)
    {
        var socket = new ClientWebSocket();
        if (subProtocol is not null)
            socket.Options.AddSubProtocol(subProtocol);
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin);
        socket.Options.CollectHttpResponseDetails = true;
        if (http is not null)
            (socket.Options.HttpVersion, socket.Options.HttpVersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact);
        var url = new UriBuilder(host.Endpoint) { Scheme = "ws" }.Uri;
        await socket.ConnectAsync(url, http, CancellationToken.None).WaitAsync(LiveSchema.HangGuard);
        return new SocketClient(socket);
    }

    /// <summary>Connected, and acknowledged.</summary>
    public static async Task<SocketClient> OpenAsync(HttpHost host, string init = Init)
    {
        var client = await ConnectAsync(host);
        await client.SendAsync(init);
        Assert.Equal(Ack, await client.NextAsync());
        return client;
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public Task SendAsync(byte[] bytes, WebSocketMessageType type = WebSocketMessageType.Text, bool isWhole = true) =>
        socket.SendAsync(bytes, type, isWhole, CancellationToken.None);

    public Task SubscribeAsync(string id, string document) =>
        SendAsync($$$"""{"id":"{{{id}}}","type":"subscribe","payload":{"query":"{{{document}}}"}}""");

    /// <summary>The next message, or <c>close CODE REASON</c>.</summary>
    public async Task<string> NextAsync()
    {
        var length = 0;
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None).AsTask().WaitAsync(LiveSchema.HangGuard);
            if (received.MessageType == WebSocketMessageType.Close)
                return $"close {(int)socket.CloseStatus!} {socket.CloseStatusDescription}";
            length += received.Count;
            if (received.EndOfMessage)
                return Encoding.UTF8.GetString(buffer, 0, length);
        }
    }

    public Task CloseAsync() => socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "bye", CancellationToken.None).WaitAsync(LiveSchema.HangGuard);

    public void Dispose() => socket.Dispose();
}
