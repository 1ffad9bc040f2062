using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>What one token may have under way at a time, and that another one does not feel it.</summary>
public sealed class ConcurrencyTests : IDisposable
{
    // A stream that is let go of is closed at once.
    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false, ResponseDrainTimeout = TimeSpan.Zero });

    [Fact]
    public async Task A_token_has_at_most_so_many_operations_under_way()
    {
        await using var service = await ServiceApplication.StartAsync(new() { ["GraphQL:MaxConcurrentPerCaller"] = "1" });
        var (_, other) = await service.Root.CreateTokenAsync("other");
        await using var store = await service.OpenStoreAsync();
        // Another writer holds the store: the mutation waits until it is let go.
        var held = await store.Database.BeginTransactionAsync();
        var waiting = service.Root.AskAsync("mutation { rotateAPIToken { token { id } } }");

        HttpResponseMessage refused;
        do
            refused = await client.SendAsync(Post(service, service.Root.Key!, "{ viewer { address } }"));
        while (refused.StatusCode is HttpStatusCode.OK && !waiting.IsCompleted);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("1", refused.Headers.RetryAfter!.ToString());
        Assert.Contains("\"CONCURRENCY_LIMIT_EXCEEDED\",\"limit\":1", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        _ = (await other.AskAsync("{ viewer { address } }")).Data;
        await held.DisposeAsync();
        _ = (await waiting).Data;
    }

    [Fact]
    public async Task A_token_has_at_most_so_many_streams_open()
    {
        await using var service = await ServiceApplication.StartAsync(new() { ["Streams:MaxPerCaller"] = "1" });
        var first = await OpenAsync(service);
        Assert.Equal("text/event-stream", first.Content.Headers.ContentType!.MediaType);

        var second = await OpenAsync(service);
        Assert.Equal((HttpStatusCode.TooManyRequests, "1"), (second.StatusCode, second.Headers.RetryAfter?.ToString()));
        Assert.Contains("\"STREAM_LIMIT_EXCEEDED\",\"limit\":1", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        // Others have places of their own, and queries take none among the streams; and a stream that has ended gives its place back.
        var (_, other) = await service.Root.CreateTokenAsync("other", "OrganizationAPITokenRead");
        using var others = await OpenAsync(service, other.Key);
        Assert.Equal(HttpStatusCode.OK, others.StatusCode);
        _ = (await service.Root.AskAsync("{ viewer { address } }")).Data;
        first.Dispose();
        Assert.Equal(HttpStatusCode.OK, await Eventually.Async(
            async () =>
            {
                using var third = await OpenAsync(service);
                return third.StatusCode;
            },
            status => status is HttpStatusCode.OK));
    }

    [Fact]
    public async Task A_token_has_at_most_so_many_WebSockets_open()
    {
        await using var service = await ServiceApplication.StartAsync(new() { ["Streams:MaxConnectionsPerCaller"] = "1" });
        var (_, other) = await service.Root.CreateTokenAsync("other");
        using var first = await ConnectAsync(service, service.Root.Key!);
        using var second = await ConnectAsync(service, service.Root.Key!);
        using var third = await ConnectAsync(service, other.Key!);

        Assert.Equal((WebSocketState.Open, 1013, WebSocketState.Open), (first.State, (int?)second.CloseStatus, third.State));
        Assert.Contains("has 1 connections open", second.CloseStatusDescription, StringComparison.Ordinal);

        await first.CloseAsync(WebSocketCloseStatus.NormalClosure, null, default);
        Assert.Equal(WebSocketState.Open, await Eventually.Async(
            async () =>
            {
                using var fourth = await ConnectAsync(service, service.Root.Key!);
                return fourth.State;
            },
            state => state is WebSocketState.Open));
    }

    public void Dispose() => client.Dispose();

    private Task<HttpResponseMessage> OpenAsync(ServiceApplication service, string? key = null)
    {
        var request = Post(service, key ?? service.Root.Key!, "subscription { apiTokenChanged { kind } }");
        request.Headers.Accept.ParseAdd("text/event-stream");
        return client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static HttpRequestMessage Post(ServiceApplication service, string key, string document) => new(HttpMethod.Post, $"{service.Url}/graphql")
    {
        Content = new StringContent($$"""{"query":"{{document}}"}""", MediaTypeHeaderValue.Parse("application/json")),
        Headers = { { "X-API-Key", key } },
    };

    // A connection that has heard of its acknowledgement, or of its end.
    private static async Task<ClientWebSocket> ConnectAsync(ServiceApplication service, string key)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        socket.Options.SetRequestHeader("X-API-Key", key);
        await socket.ConnectAsync(new Uri(service.Url.Replace("http://", "ws://", StringComparison.Ordinal) + "/graphql"), default);
        await socket.SendAsync(Encoding.UTF8.GetBytes("""{"type":"connection_init"}"""), WebSocketMessageType.Text, endOfMessage: true, default);
        await socket.ReceiveAsync(new byte[1024], default);
        return socket;
    }
}
