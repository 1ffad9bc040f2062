using System.Buffers;
using System.Text;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Engine.Execution.Subscriptions;
using GraphQLTokens.Engine.Language;

namespace GraphQLTokens.Engine.Tests.Execution.Subscriptions;

public sealed class SubscriptionTests
{
    private const string Sdl = """
        type Query { a: Int }
        type Subscription { ticks(from: Int! = 0): Tick! refused: Tick broken: Tick breaking: Tick }
        type Tick { number: Int! odd: Boolean twice: Int! text: String }
        """;

    private readonly TickSource source = new();

    [Fact]
    public async Task Answers_each_event_with_a_response_of_its_own()
    {
        var stream = await OpenAsync("subscription { t: ticks(from: 5) { number odd } }");
        source.Events.TryPublish(new Tick(6));
        source.Events.TryPublish(new Tick(7));
        source.Events.Complete();

        Assert.Equal(["""{"data":{"t":{"number":6,"odd":false}}}""", """{"data":{"t":{"number":7,"odd":true}}}"""], await TextsAsync(stream));
        Assert.Equal(5, source.From);
    }

    [Fact]
    public async Task An_error_in_one_event_does_not_end_the_stream()
    {
        var stream = await OpenAsync("subscription { ticks { twice } }");
        source.Events.TryPublish(new Tick(-1));
        source.Events.TryPublish(new Tick(2));
        source.Events.Complete();

        var texts = await TextsAsync(stream);
        Assert.Contains("\"path\":[\"ticks\",\"twice\"]", texts[0], StringComparison.Ordinal);
        Assert.Equal("""{"data":{"ticks":{"twice":4}}}""", texts[1]);
    }

    [Fact]
    public async Task An_event_that_is_given_up_does_not_end_the_stream()
    {
        var stream = await OpenAsync("subscription { ticks { text } }", options: new ExecutionOptions { MaxResponseBytes = 1_000 });
        source.Events.TryPublish(new Tick(2_000));
        source.Events.TryPublish(new Tick(1));
        source.Events.Complete();

        var texts = await TextsAsync(stream);
        Assert.Contains(ErrorCodes.ResponseLimitExceeded, texts[0], StringComparison.Ordinal);
        Assert.EndsWith("\"data\":null}", texts[0], StringComparison.Ordinal);
        Assert.Equal("""{"data":{"ticks":{"text":"x"}}}""", texts[1]);
    }

    [Fact]
    public async Task A_source_that_refuses_is_a_request_error_at_its_field()
    {
        var result = await StartAsync("subscription { refused { number } }");

        Assert.Null(result.Stream);
        Assert.False(result.Response!.HasData);
        Assert.Equal("not you", result.Response.Errors[0].Message);
        Assert.Equal("refused", result.Response.Errors[0].Path!.ToString());
    }

    [Fact]
    public async Task A_source_that_breaks_as_it_is_opened_is_a_masked_request_error_at_its_field()
    {
        var result = await StartAsync("subscription { broken { number } }");

        var error = Assert.Single(result.Response!.Errors);
        Assert.Null(result.Stream);
        Assert.Equal((ErrorCodes.InternalServerError, "broken", "1:16"), (error.Code, error.Path!.ToString(), $"{error.Locations[0].Line}:{error.Locations[0].Column}"));
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_breaks_ends_the_stream_with_a_masked_error()
    {
        var texts = await TextsAsync(await OpenAsync("subscription { breaking { number } }"));

        Assert.Equal("""{"data":{"breaking":{"number":1}}}""", texts[0]);
        Assert.Contains(ErrorCodes.InternalServerError, texts[1], StringComparison.Ordinal);
        Assert.DoesNotContain("secret", texts[1], StringComparison.Ordinal);
        Assert.Equal(2, texts.Count);
    }

    [Fact]
    public async Task A_right_of_which_nobody_can_say_whether_it_holds_has_ended()
    {
        var stream = await OpenAsync("subscription { ticks { number } }", _ => Task.FromException<GraphQLError>(new InvalidOperationException("secret")));
        source.Events.TryPublish(new Tick(1));

        var text = Assert.Single(await TextsAsync(stream));
        Assert.Contains(ErrorCodes.InternalServerError, text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_reader_is_cut_off_after_what_was_waiting_and_told_why()
    {
        var stream = await OpenAsync("subscription { ticks { number } }");
        Assert.True(source.Events.TryPublish(new Tick(1)));
        Assert.True(source.Events.TryPublish(new Tick(2)));
        Assert.False(source.Events.TryPublish(new Tick(3)));

        var texts = await TextsAsync(stream);
        Assert.Equal(3, texts.Count);
        Assert.Contains(ErrorCodes.SubscriptionOverflow, texts[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_with_the_callers_right_and_says_so()
    {
        var ended = new TaskCompletionSource<GraphQLError>();
        var stream = await OpenAsync("subscription { ticks { number } }", _ => ended.Task);
        await using var responses = stream.GetAsyncEnumerator();
        source.Events.TryPublish(new Tick(1));
        Assert.True(await responses.MoveNextAsync());
        var waiting = responses.MoveNextAsync();
        Assert.False(waiting.IsCompleted);

        ended.SetResult(new GraphQLError("the right is gone", code: "GONE"));

        Assert.True(await waiting);
        Assert.Equal("GONE", responses.Current.Errors[0].Code);
        Assert.False(await responses.MoveNextAsync());
        Assert.True(source.IsClosed);
    }

    [Fact]
    public async Task Answers_nothing_more_once_the_right_has_ended_even_where_events_wait()
    {
        var stream = await OpenAsync("subscription { ticks { number } }", _ => Task.FromResult(new GraphQLError("gone")));
        source.Events.TryPublish(new Tick(1));

        Assert.Equal(["""{"errors":[{"message":"gone"}]}"""], await TextsAsync(stream));
    }

    [Fact]
    public async Task Closes_the_source_when_the_reader_leaves()
    {
        using var leaving = new CancellationTokenSource();
        var result = await Executor().StartAsync(new GraphQLRequest { Document = "subscription { ticks { number } }" }, leaving.Token);
        await using (var responses = result.Stream!.GetAsyncEnumerator(leaving.Token))
        {
            var waiting = responses.MoveNextAsync();
            await leaving.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await waiting);
        }

        Assert.True(source.IsClosed);
    }

    [Fact]
    public async Task A_transport_for_single_responses_refuses_it()
    {
        var response = await Executor().ExecuteAsync(new GraphQLRequest { Document = "subscription { ticks { number } }" });

        Assert.False(response.HasData);
        Assert.Equal(ErrorCodes.OperationResolutionFailed, response.Errors[0].Code);
    }

    [Fact]
    public void A_resolver_that_returns_no_stream_keeps_the_service_from_starting()
    {
        var bindings = new SchemaBindings().AddResolvers("Query", typeof(QueryResolvers), null).AddResolvers("Subscription", typeof(NoStream), null);
        var schema = SchemaLoader.Load([new SourceText("type Query { a: Int } type Subscription { ticks: Int }")]);

        var refusal = Assert.Throws<SchemaBindingException>(() => new RequestExecutor(schema, bindings));

        Assert.Contains("Subscription.ticks is a subscription", refusal.Message, StringComparison.Ordinal);
    }

    private async Task<IAsyncEnumerable<GraphQLResponse>> OpenAsync(
        string document, Func<CancellationToken, Task<GraphQLError>>? rightEnds = null, ExecutionOptions? options = null)
    {
        var result = await StartAsync(document, rightEnds, options);
        Assert.Null(result.Response);
        return result.Stream!;
    }

    private ValueTask<GraphQLResult> StartAsync(
        string document, Func<CancellationToken, Task<GraphQLError>>? rightEnds = null, ExecutionOptions? options = null) =>
        Executor(options).StartAsync(new GraphQLRequest { Document = document, RightEnds = rightEnds });

    private RequestExecutor Executor(ExecutionOptions? options = null) => new(
        SchemaLoader.Load([new SourceText(Sdl)]),
        new SchemaBindings().BindType<Tick>("Tick").AddResolvers("Query", typeof(QueryResolvers), null).AddResolvers("Subscription", source),
        options);

    private static async Task<List<string>> TextsAsync(IAsyncEnumerable<GraphQLResponse> stream)
    {
        var texts = new List<string>();
        await foreach (var response in stream)
        {
            var output = new ArrayBufferWriter<byte>();
            response.WriteTo(output);
            texts.Add(Encoding.UTF8.GetString(output.WrittenSpan));
        }

        return texts;
    }

    internal sealed record Tick(int Number)
    {
        public bool Odd => Number % 2 != 0;

        public string Text => new('x', Number);

        public int Twice => Number < 0 ? throw new GraphQLException("negative") : Number * 2;
    }

    internal static class QueryResolvers
    {
        public static int A() => 1;
    }

    internal static class NoStream
    {
        public static int Ticks() => 1;
    }

    internal sealed class TickSource
    {
        internal EventQueue<Tick> Events { get; } = new(capacity: 2);

        internal int From { get; private set; }

        internal bool IsClosed { get; private set; }

        public IAsyncEnumerable<Tick> Ticks(int from, CancellationToken cancellationToken)
        {
            From = from;
            return ReadAsync(cancellationToken);
        }

        public static IAsyncEnumerable<Tick> Refused() => throw new GraphQLException("not you");

        public static IAsyncEnumerable<Tick> Broken() => throw new InvalidOperationException("secret");

        public static async IAsyncEnumerable<Tick> Breaking()
        {
            yield return new Tick(1);
            await Task.Yield();
            throw new InvalidOperationException("secret");
        }

        private async IAsyncEnumerable<Tick> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            try
            {
                await foreach (var tick in Events.ReadAllAsync(cancellationToken))
                    yield return tick;
            }
            finally
            {
                IsClosed = true;
            }
        }
    }
}
