using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Transports.Http;

namespace GraphQLTokens.Engine.Tests.Transports.Http;

public sealed class PostedBatchTests
{
    private const string Two = """[{"query":"{hello}"},{"query":"query($name:String){hello(name:$name)}","variables":{"name":"é"}}]""";
    private readonly LiveSchema schema = new();

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    public async Task Is_answered_by_an_array_in_its_order(string accept)
    {
        await using var host = await HttpHost.StartAsync(schema.Register, Batching());
        var answer = await host.PostAsync(Two, accept: accept);
        Assert.Equal((200, """[{"data":{"hello":"Hello, world"}},{"data":{"hello":"Hello, é"}}]"""), (answer.Status, answer.Body));
        Assert.StartsWith(accept, answer.ContentType, StringComparison.Ordinal);
        Assert.Equal(("no-store", "nosniff"), (answer.Headers["Cache-Control"], answer.Headers["X-Content-Type-Options"]));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    public async Task Tells_the_fault_of_an_entry_in_its_place_with_status_200(string accept)
    {
        await using var host = await HttpHost.StartAsync(schema.Register, Batching());
        var answer = await host.PostAsync("""[{"query":7},{"query":"{nothing}"},{},{"query":"{hello}"},{"query":"subscription{events}"}]""", accept: accept);
        Assert.Equal(200, answer.Status);
        Assert.Equal(
            [ErrorCodes.BadRequest, ErrorCodes.ValidationFailed, ErrorCodes.BadRequest, null, ErrorCodes.OperationResolutionFailed],
            System.Text.Json.JsonDocument.Parse(answer.Body).RootElement.EnumerateArray()
                .Select(entry => entry.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString() : null));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    public async Task Is_refused_whole_where_it_is_too_long_and_nothing_of_it_is_executed(string accept)
    {
        var executor = new RecordingExecutor();
        await using var host = await HttpHost.StartAsync(executor.ExecuteAsync, Batching(1));
        var answer = await host.PostAsync(Two, accept: accept);
        Assert.Equal((400, ErrorCodes.BatchLimitExceeded), (answer.Status, answer.Code));
        Assert.Contains("\"limit\":1,\"actual\":2", answer.Body, StringComparison.Ordinal);
        Assert.Null(executor.Request);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[1]")]
    [InlineData("""[{"query":"{hello}"},[{"query":"{hello}"}]]""")]
    [InlineData("""[{"query":"{hello}"}""")]
    public async Task Is_refused_whole_where_it_is_no_list_of_requests(string body)
    {
        var executor = new RecordingExecutor();
        await using var host = await HttpHost.StartAsync(executor.ExecuteAsync, Batching());
        var answer = await host.PostAsync(body);
        Assert.Equal((400, ErrorCodes.BadRequest), (answer.Status, answer.Code));
        Assert.Null(executor.Request);
    }

    [Fact]
    public async Task Is_refused_in_clear_words_where_batching_is_off()
    {
        var executor = new RecordingExecutor();
        await using var host = await HttpHost.StartAsync(executor.ExecuteAsync);
        var answer = await host.PostAsync(Two);
        Assert.Equal((400, ErrorCodes.BadRequest), (answer.Status, answer.Code));
        Assert.Contains("batching is turned off", answer.Message, StringComparison.Ordinal);
        Assert.Null(executor.Request);
    }

    [Fact]
    public async Task Is_no_event_stream()
    {
        await using var host = await HttpHost.StartAsync(schema.Register, Batching());
        var answer = await host.PostAsync(Two, accept: "text/event-stream");
        Assert.Equal((400, ErrorCodes.BadRequest), (answer.Status, answer.Code));
        Assert.Contains("not batched here", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nests_no_deeper_in_an_entry_than_a_request_may()
    {
        await using var host = await HttpHost.StartAsync(schema.Register, new GraphQLHttpOptions { MaxBatchSize = 2, MaxVariablesDepth = 2 });
        var answer = await host.PostAsync("""[{"query":"{hello}","variables":{"a":[1]}},{"query":"{hello}","variables":{"a":[[1]]}}]""");
        Assert.Equal(200, answer.Status);
        Assert.StartsWith("""[{"data":""", answer.Body, StringComparison.Ordinal);
        Assert.Contains(ErrorCodes.VariablesDepthLimitExceeded, answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Has_no_negative_length() => Assert.Throws<ArgumentOutOfRangeException>(() => Batching(-1));

    private static GraphQLHttpOptions Batching(int most = 5) => new() { MaxBatchSize = most };
}
