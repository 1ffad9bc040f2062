using System.Net.WebSockets;
using System.Text.Json;
using GraphQLTokens.Service.Tests.EndToEnd;

namespace GraphQLTokens.Service.Tests.Security.Access;

/// <summary>
/// GraphQL over a WebSocket (graphql-transport-ws). Whoever is not let in is closed out, with the words of the refusal as the reason; a field that is refused is
/// an error of its operation, and the connection stays.
/// </summary>
internal static class SocketDoors
{
    private const string Closed = "close 4403 ";

    public static readonly IReadOnlyList<AccessDoor> All =
    [
        new("WebSocket", call => call.Operation.Document is null ? null : AskAsync(call, "/graphql", inPayload: true)),
        new("WebSocket, the key in the headers of the upgrade", call => call.Operation.Document is null ? null : AskAsync(call, "/public/graphql", inPayload: false)),
    ];

    private static async Task<AccessVerdict> AskAsync(AccessCall call, string path, bool inPayload)
    {
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        if (!inPayload && call.Caller.Key is not null)
            socket.Options.SetRequestHeader("X-API-Key", call.Caller.Key);
        await socket.ConnectAsync(new Uri(call.World.Service.Url.Replace("http://", "ws://", StringComparison.Ordinal) + path), CancellationToken.None);
        await LiveStream.SendAsync(socket, inPayload && call.Caller.Key is not null
            ? new { type = "connection_init", payload = new Dictionary<string, string> { ["X-API-Key"] = call.Caller.Key } }
            : new { type = "connection_init" });
        var answer = await LiveStream.NextMessageAsync(socket);
        if (answer.StartsWith(Closed, StringComparison.Ordinal))
            return RefusalWords.VerdictOf(answer[Closed.Length..]);
        Assert.Equal("""{"type":"connection_ack"}""", answer);
        await LiveStream.SendAsync(socket, new { id = "asked", type = "subscribe", payload = new { query = call.Operation.Document, variables = call.Variables } });
        return await ReadAsync(socket, call);
    }

    private static async Task<AccessVerdict> ReadAsync(ClientWebSocket socket, AccessCall call)
    {
        // That of an operation that is refused outright shows that the one before it was begun.
        if (call.Operation.IsSubscription)
            await LiveStream.SendAsync(socket, new { id = "broken", type = "subscribe", payload = new { query = "{" } });
        while (true)
        {
            var text = await LiveStream.NextMessageAsync(socket);
            if (text.StartsWith("close", StringComparison.Ordinal))
                return new(text);
            var message = JsonSerializer.Deserialize<JsonElement>(text);
            switch (message.GetProperty("type").GetString(), message.TryGetProperty("id", out var id) ? id.GetString() : null)
            {
                case ("error", "broken"):
                    await call.World.StirAsync();
                    break;
                case ("next", "asked"):
                    return AccessVerdict.OfResponse(message.GetProperty("payload"));
                case ("error", "asked"):
                    return AccessVerdict.OfErrors(message.GetProperty("payload"));
            }
        }
    }
}
