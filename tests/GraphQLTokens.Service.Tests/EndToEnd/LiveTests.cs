using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using GraphQLTokens.Service.Tests.Persistence;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>Who is let in on a WebSocket, and by which credential.</summary>
public sealed class LiveTests : IAsyncLifetime, IDisposable
{
    private const string BadKey = "gqt_not_a_value";

    // Only a hang is ever waited for this long; it fails the test instead of the run.
    private readonly CancellationTokenSource patience = new(TimeSpan.FromSeconds(60));
    private ServiceApplication service = null!;

    [Theory]
    [InlineData(null, "none")]
    [InlineData("{}", "none")]
    [InlineData(null, "bad")]
    [InlineData("{}", "bad")]
    [InlineData("""{"X-API-Key":"gqt_not_a_value"}""", "none")]
    [InlineData("""{"X-API-Key":"gqt_not_a_value"}""", "good")]
    [InlineData("""{"x-api-key":"gqt_not_a_value"}""", "good")]
    [InlineData("""{"apiKey":""}""", "good")]
    [InlineData("""{"X-API-Key":5}""", "good")]
    [InlineData("""{"X-API-Key":null}""", "good")]
    [InlineData("""{"apiKey":"a","X-API-Key":"b"}""", "good")]
    [InlineData("""{"Authorization":"Bearer nonsense"}""", "good")]
    [InlineData("""{"Authorization":"Basic nonsense"}""", "good")]
    public async Task A_WebSocket_without_a_good_credential_is_closed_with_4403(string? payload, string header)
    {
        using var socket = await ConnectAsync(header switch { "good" => service.Root.Key, "bad" => BadKey, _ => null });
        await SendTextAsync(socket, payload is null ? """{"type":"connection_init"}""" : $$"""{"type":"connection_init","payload":{{payload}}}""");

        await ReceiveAsync(socket);

        Assert.Equal(4403, (int)socket.CloseStatus!);
        Assert.NotEmpty(socket.CloseStatusDescription!);
    }

    [Theory]
    [InlineData("apiKey", "{0}")]
    [InlineData("X-API-Key", "{0}")]
    [InlineData("authorization", "Bearer {0}")]
    public async Task A_good_credential_in_the_payload_outranks_a_bad_one_in_the_headers(string name, string value)
    {
        using var socket = await ConnectAsync(BadKey);
        var credential = value.Replace("{0}", service.Root.Key, StringComparison.Ordinal);
        await SendTextAsync(socket, $$$"""{"type":"connection_init","payload":{"{{{name}}}":"{{{credential}}}"}}""");
        Assert.Contains("connection_ack", await ReceiveAsync(socket), StringComparison.Ordinal);
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

    public async Task InitializeAsync() => service = await ServiceApplication.StartAsync(clock: new TestClock());

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

    private Task SendTextAsync(ClientWebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, patience.Token);

    private async Task<string> ReceiveAsync(ClientWebSocket socket)
    {
        var buffer = new byte[64 * 1024];
        var received = await socket.ReceiveAsync(buffer, patience.Token);
        Assert.True(received.EndOfMessage);
        return Encoding.UTF8.GetString(buffer, 0, received.Count);
    }
}
