using System.Net.WebSockets;
using System.Text;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Transports.Http;
using GraphQLTokens.Engine.Transports.WebSockets;
using Microsoft.AspNetCore.Http;

namespace GraphQLTokens.Engine.Tests.Transports.WebSockets;

public sealed class HandshakeTests
{
    private readonly LiveSchema schema = new();

    [Fact]
    public async Task Agrees_on_the_sub_protocol()
    {
        await using var host = await SocketHost.StartAsync(schema);
        using var client = await SocketClient.ConnectAsync(host);
        Assert.Equal("graphql-transport-ws", client.SubProtocol);
    }

    [Fact]
    public async Task Closes_with_4406_where_the_client_names_no_sub_protocol()
    {
        await using var host = await SocketHost.StartAsync(schema);
        using var client = await SocketClient.ConnectAsync(host, subProtocol: null);
        Assert.Equal("close 4406 Subprotocol not acceptable", await client.NextAsync());
    }

    [Fact]
    public async Task Never_agrees_on_another_sub_protocol()
    {
        await using var host = await SocketHost.StartAsync(schema);
        using var client = await SocketClient.ConnectAsync(host, "graphql-ws");
        Assert.Null(client.SubProtocol);
        Assert.Equal("close 4406 Subprotocol not acceptable", await client.NextAsync());
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("https://127.0.0.1.evil.example")]
    public async Task Refuses_pages_of_other_sites(string origin)
    {
        await using var host = await SocketHost.StartAsync(schema);
        var answer = await UpgradeAsync(host, ("Origin", origin));
        Assert.Equal((403, ErrorCodes.OriginNotAllowed), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Refuses_pages_of_another_host_on_the_same_port()
    {
        await using var host = await SocketHost.StartAsync(schema);
        Assert.Equal(403, (await UpgradeAsync(host, ("Origin", $"http://evil.example:{host.Endpoint.Port}"))).Status);
    }

    [Fact]
    public async Task Lets_pages_of_its_own_host_in()
    {
        await using var host = await SocketHost.StartAsync(schema);
        using var client = await SocketClient.ConnectAsync(host, origin: $"http://127.0.0.1:{host.Endpoint.Port}");
        Assert.NotNull(client.SubProtocol);
    }

    [Fact]
    public async Task Lets_only_those_sites_in_that_it_is_told_to()
    {
        var options = new GraphQLWebSocketOptions { Admit = SocketHost.AdmitAll.Admit, AllowsOrigin = origin => origin == "https://console.example" };
        await using var host = await SocketHost.StartAsync(schema, options);
        using var listed = await SocketClient.ConnectAsync(host, origin: "https://console.example");
        Assert.NotNull(listed.SubProtocol);
        Assert.Equal(403, (await UpgradeAsync(host, ("Origin", $"http://127.0.0.1:{host.Endpoint.Port}"))).Status);
    }

    [Theory]
    [InlineData("GET", "websocket", "12")]
    [InlineData("POST", "websocket", "13")]
    [InlineData("POST", "h2c, WebSocket", "13")]
    public async Task Executes_nothing_of_a_request_that_asks_for_an_upgrade_badly(string method, string upgrade, string version)
    {
        await using var host = await SocketHost.StartAsync(schema);
        using var body = new StringContent("""{"query":"{hello}"}""", Encoding.UTF8, "application/json");
        var answer = await host.SendAsync(
            new HttpMethod(method), "?query={hello}", content: method == "POST" ? body : null,
            headers: [("Connection", "Upgrade"), ("Upgrade", upgrade), ("Sec-WebSocket-Version", version), ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")]);
        Assert.DoesNotContain("Hello", answer.Body, StringComparison.Ordinal);
        Assert.Equal((400, ErrorCodes.BadRequest), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("websocket", true)]
    [InlineData("h2c, WebSocket", true)]
    [InlineData("h2c", false)]
    [InlineData("websockets", false)]
    [InlineData("", false)]
    public void Tells_by_the_protocol_what_asks_for_a_WebSocket(string upgrade, bool isAskedFor)
    {
        var context = new DefaultHttpContext();
        Assert.False(WebSocketUpgrade.IsAskedFor(context));
        context.Request.Headers.Upgrade = upgrade;
        Assert.Equal(isAskedFor, WebSocketUpgrade.IsAskedFor(context));
    }

    [Fact]
    public async Task Agrees_on_no_compression()
    {
        await using var host = await SocketHost.StartAsync(schema);
        using var socket = await host.ConnectAsync();
        await socket.SendAsync(Encoding.ASCII.GetBytes(
            "GET /graphql HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\nSec-WebSocket-Extensions: permessage-deflate\r\n\r\n"));
        var buffer = new byte[4096];
        var answer = Encoding.ASCII.GetString(buffer, 0, await socket.ReceiveAsync(buffer));
        Assert.StartsWith("HTTP/1.1 101", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Sec-WebSocket-Extensions", answer, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Serves_no_WebSocket_unless_told_who_may_connect()
    {
        await using var host = await HttpHost.StartAsync(schema.Register, new GraphQLHttpOptions());
        await Assert.ThrowsAsync<WebSocketException>(() => SocketClient.ConnectAsync(host));
    }

    private static Task<HttpAnswer> UpgradeAsync(HttpHost host, params (string Name, string Value)[] headers) => host.SendAsync(
        HttpMethod.Get,
        headers:
        [
            ("Connection", "Upgrade"), ("Upgrade", "websocket"), ("Sec-WebSocket-Version", "13"),
            ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="), ("Sec-WebSocket-Protocol", "graphql-transport-ws"), .. headers,
        ]);
}
