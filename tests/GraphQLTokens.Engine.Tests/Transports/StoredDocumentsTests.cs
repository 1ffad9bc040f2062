using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution.Documents;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Tests.Transports.WebSockets;
using GraphQLTokens.Engine.Transports;
using GraphQLTokens.Engine.Transports.Http;

namespace GraphQLTokens.Engine.Tests.Transports;

/// <summary>A stored document is named alike over every transport.</summary>
public sealed class StoredDocumentsTests
{
    private const string EventStreamType = "text/event-stream";
    private const string Counting = "subscription { count(to: 1) }";
    private static readonly string Hash = DocumentIdentifier.HashOf("{hello}");
    private static readonly string Extensions = $$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{Hash}}}"}}""";
    private static readonly string Encoded = Uri.EscapeDataString(Extensions);

    private readonly LiveSchema schema = new();

    [Theory]
    [InlineData("application/json", 200)]
    [InlineData("application/graphql-response+json", 400)]
    public async Task By_POST(string accept, int statusWhileUnknown)
    {
        await using var host = await HttpHost.StartAsync(Register);
        var first = await host.PostAsync($$"""{"extensions":{{Extensions}}}""", accept: accept);
        Assert.Equal((statusWhileUnknown, "PersistedQueryNotFound", ErrorCodes.PersistedQueryNotFound), (first.Status, first.Message, first.Code));
        Assert.Contains("Hello, world", (await host.PostAsync($$"""{"query":"{hello}","extensions":{{Extensions}}}""", accept: accept)).Body, StringComparison.Ordinal);
        Assert.Contains("Hello, world", (await host.PostAsync($$"""{"query":null,"extensions":{{Extensions}}}""", accept: accept)).Body, StringComparison.Ordinal);
        Assert.Contains("Hello, world", (await host.PostAsync($$"""{"documentId":"sha256:{{Hash}}"}""", accept: accept)).Body, StringComparison.Ordinal);
        Assert.Contains("Hello, world", (await host.PostAsync("""{"documentId":"hello"}""", accept: accept)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_GET()
    {
        await using var host = await HttpHost.StartAsync(Register);
        Assert.Equal(ErrorCodes.PersistedQueryNotFound, (await host.GetAsync($"?extensions={Encoded}")).Code);
        Assert.Contains("Hello, world", (await host.GetAsync($"?query={{hello}}&extensions={Encoded}")).Body, StringComparison.Ordinal);
        Assert.Contains("Hello, world", (await host.GetAsync($"?query=&extensions={Encoded}")).Body, StringComparison.Ordinal);
        Assert.Contains("Hello, world", (await host.GetAsync($"?documentId=sha256:{Hash}")).Body, StringComparison.Ordinal);
        Assert.Contains("Hello, world", (await host.GetAsync("?documentId=hello")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stored_mutation_is_none_of_a_GET_s()
    {
        await using var host = await HttpHost.StartAsync(Register);
        var answer = await host.GetAsync("?documentId=change");
        Assert.Equal((405, "POST", ErrorCodes.MethodNotAllowed), (answer.Status, answer.Headers["Allow"], answer.Code));
        Assert.Contains("changed", (await host.PostAsync("""{"documentId":"change"}""")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_batch()
    {
        await using var host = await HttpHost.StartAsync(Register, new GraphQLHttpOptions { MaxBatchSize = 3 });
        var answer = await host.PostAsync($$"""[{"documentId":"hello"},{"extensions":{{Extensions}}},{"documentId":"change"}]""");
        Assert.StartsWith("""[{"data":{"hello":"Hello, world"}},{"errors":[{"message":"PersistedQueryNotFound",""", answer.Body, StringComparison.Ordinal);
        Assert.EndsWith("""{"data":{"hello":"changed"}}]""", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_an_event_stream()
    {
        await using var host = await HttpHost.StartAsync(Register);
        Assert.Contains("PersistedQueryNotFound", (await host.PostAsync($$"""{"extensions":{{Extensions}}}""", accept: EventStreamType)).Body, StringComparison.Ordinal);
        Assert.Contains("Hello, world", (await host.GetAsync("?documentId=hello", EventStreamType)).Body, StringComparison.Ordinal);
        var stream = await host.PostAsync("""{"documentId":"count"}""", accept: EventStreamType);
        Assert.Equal("event: next\ndata: {\"data\":{\"count\":1}}\n\nevent: complete\ndata:\n\n", stream.Body);
    }

    [Fact]
    public async Task Over_a_WebSocket()
    {
        await using var host = await HttpHost.StartAsync(Register, new GraphQLHttpOptions { WebSockets = SocketHost.AdmitAll });
        using var client = await SocketClient.OpenAsync(host);
        await client.SendAsync($$$"""{"id":"1","type":"subscribe","payload":{"extensions":{{{Extensions}}}}}""");
        Assert.Equal(
            """{"id":"1","type":"error","payload":[{"message":"PersistedQueryNotFound","extensions":{"code":"PERSISTED_QUERY_NOT_FOUND"}}]}""", await client.NextAsync());
        await client.SendAsync($$$"""{"id":"1","type":"subscribe","payload":{"query":"{hello}","extensions":{{{Extensions}}}}}""");
        Assert.Contains("Hello, world", await client.NextAsync(), StringComparison.Ordinal);
        Assert.Contains("complete", await client.NextAsync(), StringComparison.Ordinal);
        await client.SendAsync($$$"""{"id":"2","type":"subscribe","payload":{"extensions":{{{Extensions}}}}}""");
        Assert.Contains("Hello, world", await client.NextAsync(), StringComparison.Ordinal);
        Assert.Contains("complete", await client.NextAsync(), StringComparison.Ordinal);
        await client.SendAsync("""{"id":"3","type":"subscribe","payload":{"documentId":"count"}}""");
        Assert.Equal("""{"id":"3","type":"next","payload":{"data":{"count":1}}}""", await client.NextAsync());
    }

    [Theory]
    [InlineData("""{"documentId":7}""", "documentId must be a string")]
    [InlineData("""{"documentId":null}""", "query is missing")]
    [InlineData("""{"documentId":""}""", "query is missing")]
    [InlineData("""{"extensions":{"persistedQuery":null}}""", "query is missing")]
    [InlineData("""{"extensions":{"other":{}}}""", "query is missing")]
    [InlineData("""{"documentId":"a","documentId":"a"}""", "documentId is given twice")]
    public async Task A_name_that_is_none_is_a_bad_request(string body, string words)
    {
        await using var host = await HttpHost.StartAsync(Register);
        var answer = await host.PostAsync(body, accept: "application/json");
        Assert.Equal((400, ErrorCodes.BadRequest), (answer.Status, answer.Code));
        Assert.Contains(words, answer.Message, StringComparison.Ordinal);
    }

    private void Register(GraphQLServerBuilder server)
    {
        schema.Register(server);
        server.StoreDocuments(_ => new StoredDocumentOptions
        {
            Automatic = new AutomaticDocumentOptions(),
            Trusted = [Trusted("hello", "{ hello }"), Trusted("change", "mutation { hello }"), Trusted("count", Counting)],
        });
    }

    private static TrustedDocument Trusted(string id, string text) => new(id, new SourceText(text, id));
}
