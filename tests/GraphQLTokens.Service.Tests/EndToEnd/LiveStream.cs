using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>An open subscription over either transport, read line by line: a payload for each response, and at last how the stream ended.</summary>
internal sealed class LiveStream : IDisposable
{
    public const string Sse = "SSE", WebSocket = "WebSocket";
    public const string Complete = "complete";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Func<Task<string>> next;
    private readonly List<IDisposable> held;

    private LiveStream(Func<Task<string>> next, params List<IDisposable> held) => (this.next, this.held) = (next, held);

    /// <summary>Comes back once the service has begun to listen for the subscriber.</summary>
    public static Task<LiveStream> OpenAsync(string transport, string url, string key, string document) =>
        transport == Sse ? OpenEventStreamAsync(url, key, document) : OpenWebSocketAsync(url, key, document);

    /// <summary>
    /// The next payload; <c>complete</c>, or <c>close CODE REASON</c>; or <c>: COMMENT</c>, if it says anything, and <c>end</c> of a stream that broke off.
    /// </summary>
    public Task<string> NextAsync() => next().WaitAsync(Patience);

    /// <summary>Answers the close of a WebSocket.</summary>
    public Task CloseAsync() =>
        held.OfType<ClientWebSocket>().Single().CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None).WaitAsync(Patience);

    public void Dispose() => held.ForEach(each => each.Dispose());

    private static async Task<LiveStream> OpenEventStreamAsync(string url, string key, string document)
    {
        var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{url}/graphql")
        {
            Content = new StringContent(JsonSerializer.Serialize(new { query = document }), MediaTypeHeaderValue.Parse("application/json")),
        };
        request.Headers.Add("X-API-Key", key);
        request.Headers.Accept.ParseAdd("text/event-stream");

        // The head of the answer is sent when the source is open.
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        return new LiveStream(() => NextEventAsync(lines), lines, response, client);
    }

    private static async Task<string> NextEventAsync(StreamReader lines)
    {
        while (await lines.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
                return line["data: ".Length..];
            if (line == "event: complete")
                return Complete;
            if (line.StartsWith(": ", StringComparison.Ordinal))
                return line;
        }

        return "end";
    }

    private static async Task<LiveStream> OpenWebSocketAsync(string url, string key, string document)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new Uri(url.Replace("http://", "ws://", StringComparison.Ordinal) + "/graphql"), CancellationToken.None);
        var stream = new LiveStream(() => NextPayloadAsync(socket), socket);
        await SendAsync(socket, new { type = "connection_init", payload = new { apiKey = key } });
        Assert.Equal("""{"type":"connection_ack"}""", await NextMessageAsync(socket));
        await SendAsync(socket, new { id = "1", type = "subscribe", payload = new { query = document } });

        // An operation that is refused outright is answered by an error of its own: that of the next one shows that the first was begun.
        await SendAsync(socket, new { id = "2", type = "subscribe", payload = new { query = "{" } });
        Assert.Contains("GRAPHQL_PARSE_FAILED", await NextMessageAsync(socket), StringComparison.Ordinal);
        return stream;
    }

    internal static Task SendAsync(ClientWebSocket socket, object message) =>
        socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    private static async Task<string> NextPayloadAsync(ClientWebSocket socket)
    {
        while (true)
        {
            var message = await NextMessageAsync(socket);
            if (message.StartsWith("close", StringComparison.Ordinal))
                return message;
            using var json = JsonDocument.Parse(message);
            switch (json.RootElement.GetProperty("type").GetString())
            {
                case "ping":
                    await SendAsync(socket, new { type = "pong" });
                    break;
                case "complete":
                    return Complete;
                default:
                    return json.RootElement.GetProperty("payload").GetRawText();
            }
        }
    }

    /// <summary>A whole message, or <c>close CODE REASON</c>.</summary>
    internal static async Task<string> NextMessageAsync(ClientWebSocket socket)
    {
        var buffer = new byte[64 * 1024];
        var length = 0;
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None).AsTask().WaitAsync(Patience);
            if (received.MessageType == WebSocketMessageType.Close)
                return $"close {(int)socket.CloseStatus!} {socket.CloseStatusDescription}";
            length += received.Count;
            if (received.EndOfMessage)
                return Encoding.UTF8.GetString(buffer, 0, length);
        }
    }
}
