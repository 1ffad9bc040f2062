using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Engine.Execution.Concurrency;
using GraphQLTokens.Engine.Execution.Subscriptions;

namespace GraphQLTokens.Engine.Tests.Execution.Concurrency;

public sealed class OpenStreamsTests
{
    private readonly EventQueue<Source> events = new(10);
    private readonly RequestExecutor executor;

    public OpenStreamsTests() => executor = new RequestExecutor(
        SchemaLoader.Load("type Query { a: Int } type Subscription { events: Int refused: Int }"),
        new SchemaBindings().AddResolvers("Subscription", new Source(events)).UseFallback((_, _) => _ => new ValueTask<object?>(1), _ => null),
        new ExecutionOptions { Streams = new CallerConcurrency(caller => caller, MaxExecutions: 1) });

    [Fact]
    public async Task A_caller_has_at_most_so_many_streams_and_as_many_queries_as_it_likes()
    {
        var first = await StartAsync("a");
        var second = await StartAsync("a");

        Assert.NotNull(first.Stream);
        Assert.Equal((ErrorCodes.StreamLimitExceeded, 1.0), (second.Response!.Errors[0].Code, second.Response.Errors[0].Extensions!["limit"]));
        Assert.NotNull((await StartAsync("b")).Stream);
        Assert.True((await StartAsync("a", "{ a }")).Response!.HasData);
    }

    [Fact]
    public async Task A_stream_that_was_read_to_its_end_gives_its_place_back()
    {
        var first = await StartAsync("a");
        events.Complete();
        await foreach (var _ in first.Stream!)
            Assert.Fail("There was no event.");
        Assert.NotNull((await StartAsync("a")).Stream);
    }

    [Fact]
    public async Task A_stream_that_was_never_read_gives_its_place_back_with_its_request()
    {
        using var request = new CancellationTokenSource();
        Assert.NotNull((await StartAsync("a", stop: request.Token)).Stream);
        await request.CancelAsync();
        Assert.NotNull((await StartAsync("a")).Stream);
    }

    [Fact]
    public async Task A_source_that_refuses_takes_no_place()
    {
        Assert.Null((await StartAsync("a", "subscription { refused }")).Stream);
        Assert.NotNull((await StartAsync("a")).Stream);
    }

    private ValueTask<GraphQLResult> StartAsync(string caller, string document = "subscription { events }", CancellationToken stop = default) =>
        executor.StartAsync(new GraphQLRequest { Document = document, Caller = caller }, stop);

    public sealed class Source(EventQueue<Source> queue)
    {
        public IAsyncEnumerable<Source> Events(CancellationToken cancellationToken) => queue.ReadAllAsync(cancellationToken);

        public static IAsyncEnumerable<Source> Refused() => throw new GraphQLException("not you", ErrorCodes.BadUserInput);
    }
}
