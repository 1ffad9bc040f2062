using System.Net;
using System.Net.WebSockets;
using GraphQLTokens.Engine.Transports.Http;
using GraphQLTokens.Engine.Transports.WebSockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace GraphQLTokens.Engine.Tests.Transports.WebSockets;

/// <summary>RFC 8441: a WebSocket as one stream of an HTTP/2 connection, asked for by an extended CONNECT.</summary>
public sealed class Http2Tests
{
    private readonly LiveSchema schema = new();

    [Fact]
    public async Task Serves_subscriptions_side_by_side_on_one_connection()
    {
        await using var host = await StartAsync();
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());
        using var first = await OpenAsync(host, http);
        using var second = await OpenAsync(host, http);
        await first.SubscribeAsync("a", "subscription { events }");
        await second.SubscribeAsync("b", "subscription { events }");
        await schema.OpenedAsync(2);
        schema.Publish(5);
        Assert.Equal("""{"id":"a","type":"next","payload":{"data":{"events":5}}}""", await first.NextAsync());
        Assert.Equal("""{"id":"b","type":"next","payload":{"data":{"events":5}}}""", await second.NextAsync());
        await first.CloseAsync();
        await schema.ClosedAsync();
        schema.Publish(6);
        Assert.Equal("""{"id":"b","type":"next","payload":{"data":{"events":6}}}""", await second.NextAsync());
    }

    [Fact]
    public async Task Closes_with_the_codes_of_the_protocol()
    {
        await using var host = await StartAsync();
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());
        using var client = await SocketClient.ConnectAsync(host, http: http);
        await client.SubscribeAsync("a", "{hello}");
        Assert.Equal("close 4401 Unauthorized", await client.NextAsync());
        using var other = await SocketClient.ConnectAsync(host, subProtocol: null, http: http);
        Assert.Equal("close 4406 Subprotocol not acceptable", await other.NextAsync());
    }

    [Fact]
    public async Task Refuses_pages_of_other_sites()
    {
        await using var host = await StartAsync();
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());
        var refusal = await Assert.ThrowsAsync<WebSocketException>(() => SocketClient.ConnectAsync(host, origin: "https://evil.example", http: http));
        Assert.Contains("403", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Executes_nothing_of_a_connect_for_another_protocol()
    {
        await using var host = await StartAsync();
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());
        using var request = new HttpRequestMessage(HttpMethod.Connect, host.Endpoint + "?query={hello}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Headers.Protocol = "connect-udp";
        using var response = await http.SendAsync(request, CancellationToken.None).WaitAsync(LiveSchema.HangGuard);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task Takes_its_leave_with_the_server()
    {
        await using var host = await StartAsync();
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());
        using var client = await OpenAsync(host, http);
        await client.SubscribeAsync("a", "subscription { events }");
        await schema.OpenedAsync();
        var stopping = host.StopAsync();
        Assert.Equal("close 1001 The server is going away", await client.NextAsync());
        await client.CloseAsync();
        await stopping.WaitAsync(LiveSchema.HangGuard);
        await schema.ClosedAsync();
    }

    [Fact]
    public async Task Cuts_off_a_client_that_stops_reading_and_leaves_its_other_streams_alone()
    {
        await using var host = await StartAsync(new() { Admit = SocketHost.AdmitAll.Admit, SendTimeout = TimeSpan.FromMilliseconds(200) }, TimeProvider.System);
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());
        using var unread = await OpenAsync(host, http);
        using var other = await OpenAsync(host, http);
        await unread.SubscribeAsync("a", "subscription { flood }");
        await schema.ClosedAsync();
        Assert.InRange(schema.Flooded, 1, 500);
        await host.Log.SaysAsync("left a message unread for 0.2 seconds");
        await other.SubscribeAsync("b", "{hello}");
        Assert.Contains("Hello", await other.NextAsync(), StringComparison.Ordinal);
        await other.CloseAsync();

        // The connection's work has come to its end, and nothing of it waits for the reader any more.
        await host.StopAsync().WaitAsync(LiveSchema.HangGuard);
        Assert.Empty(host.Log.Complaints);
    }

    private Task<HttpHost> StartAsync(GraphQLWebSocketOptions? sockets = null, TimeProvider? time = null) => HttpHost.StartAsync(
        schema.Register, new GraphQLHttpOptions { WebSockets = sockets ?? SocketHost.AdmitAll }, time ?? new FakeTime(), HttpProtocols.Http2);

    private static async Task<SocketClient> OpenAsync(HttpHost host, HttpMessageInvoker http)
    {
        var client = await SocketClient.ConnectAsync(host, http: http);
        await client.SendAsync(SocketClient.Init);
        Assert.Equal(SocketClient.Ack, await client.NextAsync());
        return client;
    }
}
