using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>Subscriptions over both live transports, on the service as it ships: what they tell, and that they end with their caller's right.</summary>
public sealed class LiveTests : IAsyncLifetime, IDisposable
{
    private const string Document = "subscription { apiTokenChanged { kind token { name } } }";

    // Only a hang is ever waited for this long; it fails the test instead of the run.
    private readonly CancellationTokenSource patience = new(TimeSpan.FromSeconds(60));
    private ServiceApplication service = null!;

    [Fact]
    public async Task An_event_stream_tells_of_changes_and_ends_when_its_token_is_rotated()
    {
        var reader = await service.Root.CreateTokenAsync("reader", "OrganizationAPITokenRead");
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{service.Url}/graphql")
        {
            Content = new StringContent(JsonSerializer.Serialize(new { query = Document }), MediaTypeHeaderValue.Parse("application/json")),
        };
        request.Headers.Add("X-API-Key", reader.Caller.Key!);
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(patience.Token));

        await service.Root.CreateTokenAsync("told");
        Assert.Contains("""{"apiTokenChanged":{"kind":"CREATED","token":{"name":"told"}}}""", await NextDataAsync(lines), StringComparison.Ordinal);

        await service.Root.AskAsync("mutation($id: ID!) { rotateAPIToken(input: { id: $id }) { token { id } } }", new { id = reader.Id });
        var last = await NextDataAsync(lines);
        // The change itself may come before the end of the right to hear of it.
        if (last.Contains("ROTATED", StringComparison.Ordinal))
            last = await NextDataAsync(lines);
        Assert.Contains("UNAUTHENTICATED", last, StringComparison.Ordinal);
        Assert.Contains("event: complete", await lines.ReadToEndAsync(patience.Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_WebSocket_tells_of_changes_and_closes_when_its_token_is_deleted()
    {
        var reader = await service.Root.CreateTokenAsync("reader", "OrganizationAPITokenRead");
        using var socket = await ConnectAsync();
        await SendAsync(socket, new { type = "connection_init", payload = new Dictionary<string, string> { ["X-API-Key"] = reader.Caller.Key! } });
        Assert.Contains("connection_ack", await ReceiveAsync(socket), StringComparison.Ordinal);
        await SendAsync(socket, new { id = "1", type = "subscribe", payload = new { query = Document } });
        await SendAsync(socket, new { id = "2", type = "subscribe", payload = new { query = "{ viewer { permissions } }" } });
        // The answer to the second operation shows that the first one is under way.
        Assert.Contains("OrganizationAPITokenRead", await ReceiveAsync(socket), StringComparison.Ordinal);
        Assert.Contains("complete", await ReceiveAsync(socket), StringComparison.Ordinal);

        await service.Root.CreateTokenAsync("told");
        Assert.Contains("\"name\":\"told\"", await ReceiveAsync(socket), StringComparison.Ordinal);

        await service.Root.AskAsync("mutation($id: ID!) { deleteAPIToken(input: { id: $id }) { id } }", new { id = reader.Id });
        while (socket.CloseStatus is null)
            await ReceiveAsync(socket);
        Assert.Equal(4403, (int)socket.CloseStatus);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("{}", false)]
    [InlineData("""{"X-API-Key":"gqt_not_a_value"}""", true)]
    [InlineData("""{"X-API-Key":5}""", true)]
    [InlineData("""{"Authorization":"Bearer nonsense"}""", true)]
    public async Task A_WebSocket_without_a_good_credential_is_closed_with_4403(string? payload, bool goodHeader)
    {
        using var socket = await ConnectAsync(goodHeader ? service.Root.Key : null);
        await SendTextAsync(socket, payload is null ? """{"type":"connection_init"}""" : $$"""{"type":"connection_init","payload":{{payload}}}""");

        await ReceiveAsync(socket);

        Assert.Equal(4403, (int)socket.CloseStatus!);
    }

    [Fact]
    public async Task A_credential_in_the_headers_of_the_upgrade_suffices()
    {
        using var socket = await ConnectAsync(service.Root.Key);
        await SendTextAsync(socket, """{"type":"connection_init"}""");
        Assert.Contains("connection_ack", await ReceiveAsync(socket), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asking_for_an_upgrade_opens_no_way_past_the_door()
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{service.Url}/graphql")
        {
            Content = new StringContent("""{"query":"{ viewer { address } }"}""", MediaTypeHeaderValue.Parse("application/json")),
        };
        request.Headers.TryAddWithoutValidation("Connection", "Upgrade");
        request.Headers.TryAddWithoutValidation("Upgrade", "websocket");
        using var response = await client.SendAsync(request, patience.Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain("viewer", await response.Content.ReadAsStringAsync(patience.Token), StringComparison.Ordinal);
    }

    public async Task InitializeAsync() => service = await ServiceApplication.StartAsync();

    public async Task DisposeAsync() => await service.DisposeAsync();

    public void Dispose() => patience.Dispose();

    private async Task<ClientWebSocket> ConnectAsync(string? key = null)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        if (key is not null)
            socket.Options.SetRequestHeader("X-API-Key", key);
        await socket.ConnectAsync(new Uri(service.Url.Replace("http://", "ws://", StringComparison.Ordinal) + "/graphql"), patience.Token);
        return socket;
    }

    private Task SendAsync(ClientWebSocket socket, object message) => SendTextAsync(socket, JsonSerializer.Serialize(message));

    private Task SendTextAsync(ClientWebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, patience.Token);

    private async Task<string> ReceiveAsync(ClientWebSocket socket)
    {
        var buffer = new byte[64 * 1024];
        var received = await socket.ReceiveAsync(buffer, patience.Token);
        Assert.True(received.EndOfMessage);
        return Encoding.UTF8.GetString(buffer, 0, received.Count);
    }

    private async Task<string> NextDataAsync(StreamReader lines)
    {
        while (await lines.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("data: {", StringComparison.Ordinal))
                return line;
        }

        throw new InvalidOperationException("The stream ended.");
    }
}
