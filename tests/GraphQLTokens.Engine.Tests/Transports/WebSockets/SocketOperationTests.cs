using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Transports.WebSockets;

namespace GraphQLTokens.Engine.Tests.Transports.WebSockets;

public sealed class SocketOperationTests
{
    private readonly LiveSchema schema = new();

    [Fact]
    public async Task Streams_a_subscription_and_completes_it()
    {
        await using var host = await SocketHost.StartAsync(schema);
        using var client = await SocketClient.OpenAsync(host);
        await client.SubscribeAsync("a", "subscription { count(to: 2) }");
        Assert.Equal("""{"id":"a","type":"next","payload":{"data":{"count":1}}}""", await client.NextAsync());
        Assert.Equal("""{"id":"a","type":"next","payload":{"data":{"count":2}}}""", await client.NextAsync());
        Assert.Equal("""{"id":"a","type":"complete"}""", await client.NextAsync());
    }

    [Theory]
    [InlineData("{hello}", "Hello, world")]
    [InlineData("mutation {hello}", "changed")]
    public async Task Answers_a_single_response_and_completes_it(string document, string expected)
    {
        await using var host = await SocketHost.StartAsync(schema);
        using var client = await SocketClient.OpenAsync(host);
        await client.SubscribeAsync("a", document);
        Assert.Contains(expected, await client.NextAsync(), StringComparison.Ordinal);
        Assert.Equal("""{"id":"a","type":"complete"}""", await client.NextAsync());
    }

    [Theory]
    [InlineData("{nothing}", ErrorCodes.ValidationFailed)]
    [InlineData("{", ErrorCodes.ParseFailed)]
    [InlineData("subscription { refused }", "NOT_YOU")]
    public async Task Answers_a_request_error_with_an_error_and_nothing_more(string document, string code)
    {
        await using var host = await SocketHost.StartAsync(schema);
        using var client = await SocketClient.OpenAsync(host);
        await client.SubscribeAsync("a", document);
        var error = await client.NextAsync();
        Assert.StartsWith("""{"id":"a","type":"error","payload":[{"message":""", error, StringComparison.Ordinal);
        Assert.Contains(code, error, StringComparison.Ordinal);

        // The id is free again, and nothing stands before the next answer.
        await client.SubscribeAsync("a", "{hello}");
        Assert.StartsWith("""{"id":"a","type":"next","payload":{"data":""", await client.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_variables_with_every_event_of_a_long_stream()
    {
        await using var host = await SocketHost.StartAsync(schema);
        using var client = await SocketClient.OpenAsync(host);
        await client.SendAsync("""{"id":"a","type":"subscribe","payload":{"query":"subscription($to: Int!) { count(to: $to) }","variables":{"to":500}}}""");
        for (var number = 1; number <= 500; number++)
            Assert.Contains($":{number}}}", await client.NextAsync(), StringComparison.Ordinal);
        Assert.Equal("""{"id":"a","type":"complete"}""", await client.NextAsync());
    }

    [Fact]
    public async Task Names_too_deep_variables_in_an_error_not_a_close()
    {
        await using var host = await SocketHost.StartAsync(schema);
        using var client = await SocketClient.OpenAsync(host);
        var deep = string.Concat(Enumerable.Repeat("[", 10_000)) + string.Concat(Enumerable.Repeat("]", 10_000));
        await client.SendAsync($$$$"""{"id":"a","type":"subscribe","payload":{"query":"{hello}","variables":{"a":{{{{deep}}}}}}}""");
        Assert.Contains(ErrorCodes.VariablesDepthLimitExceeded, await client.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stops_a_stream_that_the_client_completes_and_says_no_more_of_it()
    {
        await using var host = await SocketHost.StartAsync(schema);
        using var client = await SocketClient.OpenAsync(host);
        await client.SubscribeAsync("a", "subscription { events }");
        await schema.OpenedAsync();
        await client.SendAsync("""{"id":"a","type":"complete"}""");
        await schema.ClosedAsync();
        await client.SendAsync("""{"id":"unknown","type":"complete"}""");
        await client.SubscribeAsync("a", "{hello}");
        Assert.StartsWith("""{"id":"a","type":"next","payload":{"data":{"hello""", await client.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_the_place_of_an_operation_back_once_it_has_ended()
    {
        await using var host = await SocketHost.StartAsync(schema, new GraphQLWebSocketOptions { Admit = SocketHost.AdmitAll.Admit, MaxOperations = 1 });
        using var client = await SocketClient.OpenAsync(host);
        await client.SubscribeAsync("a", "{hello}");
        Assert.Contains("Hello", await client.NextAsync(), StringComparison.Ordinal);
        Assert.Equal("""{"id":"a","type":"complete"}""", await client.NextAsync());
        for (var attempt = 1; ; attempt++)
        {
            // It is given back a moment after the last message.
            await client.SubscribeAsync("a", "{hello}");
            var answer = await client.NextAsync();
            if (answer.Contains("Hello", StringComparison.Ordinal))
                break;
            Assert.True(attempt < 1_000, answer);
        }
    }

    [Fact]
    public async Task Tells_ids_apart_by_their_letters_case()
    {
        await using var host = await SocketHost.StartAsync(schema);
        using var client = await SocketClient.OpenAsync(host);
        await client.SubscribeAsync("a", "subscription { events }");
        await schema.OpenedAsync();
        await client.SubscribeAsync("A", "{hello}");
        Assert.Equal("""{"id":"A","type":"next","payload":{"data":{"hello":"Hello, world"}}}""", await client.NextAsync());
    }

    [Fact]
    public async Task Closes_with_4409_at_an_id_that_is_taken()
    {
        await using var host = await SocketHost.StartAsync(schema);
        using var client = await SocketClient.OpenAsync(host);
        await client.SubscribeAsync("a", "subscription { events }");
        await client.SubscribeAsync("a", "{hello}");
        Assert.Equal("close 4409 Subscriber for a already exists", await client.NextAsync());
        await schema.ClosedAsync();
    }

    [Fact]
    public async Task Refuses_an_operation_too_many_even_where_the_client_gave_others_up()
    {
        await using var host = await SocketHost.StartAsync(schema, new GraphQLWebSocketOptions { Admit = SocketHost.AdmitAll.Admit, MaxOperations = 2 });
        using var client = await SocketClient.OpenAsync(host);
        await client.SubscribeAsync("a", "subscription { stubborn }");
        await client.SubscribeAsync("b", "subscription { stubborn }");
        await schema.OpenedAsync(2);
        await client.SendAsync("""{"id":"a","type":"complete"}""");
        await client.SubscribeAsync("c", "{hello}");
        var refusal = await client.NextAsync();
        Assert.StartsWith("""{"id":"c","type":"error",""", refusal, StringComparison.Ordinal);
        Assert.Contains(ErrorCodes.OperationLimitExceeded, refusal, StringComparison.Ordinal);

        schema.LetGo();
        await schema.ClosedAsync(2);
        Assert.Equal("""{"id":"b","type":"complete"}""", await client.NextAsync());
    }

    [Fact]
    public async Task Starts_an_operation_only_where_the_verdict_lets_it()
    {
        var left = 1;
        await using var host = await SocketHost.StartAsync(schema, (_, _) => ValueTask.FromResult(
            ConnectionVerdict.Admitted("a", admitOperation: _ => ValueTask.FromResult(
                left-- > 0 ? OperationVerdict.Admitted("a") : OperationVerdict.Refused(new GraphQLError("Too often.", code: "RATE_LIMIT_EXCEEDED"))))));
        using var client = await SocketClient.OpenAsync(host);
        await client.SubscribeAsync("a", "{hello}");
        Assert.StartsWith("{\"id\":\"a\",\"type\":\"next\"", await client.NextAsync(), StringComparison.Ordinal);
        Assert.Equal("{\"id\":\"a\",\"type\":\"complete\"}", await client.NextAsync());
        await client.SubscribeAsync("a", "{ broken");
        Assert.Equal("{\"id\":\"a\",\"type\":\"error\",\"payload\":[{\"message\":\"Too often.\",\"extensions\":{\"code\":\"RATE_LIMIT_EXCEEDED\"}}]}", await client.NextAsync());
    }

    [Theory]
    [InlineData(true, "{nothing}", "The document is not valid for this schema.")]
    [InlineData(true, "{__typename __schema{description}}", "The document is not valid for this schema.")]
    [InlineData(false, "{nothing}", "Cannot query field")]
    [InlineData(false, "{__typename __schema{description}}", "\"__schema\":{")]
    public async Task Hides_the_schema_where_the_verdict_says_so(bool isHidden, string document, string expected)
    {
        await using var host = await SocketHost.StartAsync(schema, (_, _) => ValueTask.FromResult(ConnectionVerdict.Admitted("a", hideSchema: isHidden)));
        using var client = await SocketClient.OpenAsync(host);
        await client.SubscribeAsync("a", document);
        Assert.Contains(expected, await client.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closes_with_4500_and_logs_where_nobody_can_say_whether_an_operation_may_start()
    {
        await using var host = await SocketHost.StartAsync(schema, (_, _) => ValueTask.FromResult(
            ConnectionVerdict.Admitted("a", admitOperation: _ => throw new InvalidOperationException("the counter is away"))));
        using var client = await SocketClient.OpenAsync(host);
        await client.SubscribeAsync("a", "{hello}");
        Assert.Equal("close 4500 Internal server error", await client.NextAsync());
        Assert.Contains("the counter is away", Assert.Single(host.Log.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_an_operation_as_whom_its_verdict_says_and_until_then()
    {
        var ended = new TaskCompletionSource<GraphQLError>();
        await using var host = await SocketHost.StartAsync(schema, (_, _) => ValueTask.FromResult(
            ConnectionVerdict.Admitted("opener", admitOperation: _ => ValueTask.FromResult(OperationVerdict.Admitted("later", _ => ended.Task)))));
        using var client = await SocketClient.OpenAsync(host);
        await client.SubscribeAsync("a", "{caller}");
        Assert.Contains("\"later\"", await client.NextAsync(), StringComparison.Ordinal);
        Assert.Equal("{\"id\":\"a\",\"type\":\"complete\"}", await client.NextAsync());

        await client.SubscribeAsync("b", "subscription { events }");
        await schema.OpenedAsync(1);
        ended.SetResult(new GraphQLError("The right has ended.", code: "ACCESS_DENIED"));
        Assert.Contains("ACCESS_DENIED", await client.NextAsync(), StringComparison.Ordinal);
        await client.SubscribeAsync("c", "{caller}");
        Assert.Contains("\"later\"", await client.NextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Masks_what_nobody_expected_in_an_error(bool isCancellation)
    {
        const string Inside = "the secret inside";
        await using var host = await HttpHost.StartAsync(
            (_, _) => throw (isCancellation ? new OperationCanceledException(Inside) : new InvalidOperationException(Inside)),
            new() { WebSockets = SocketHost.AdmitAll });
        using var client = await SocketClient.OpenAsync(host);
        await client.SubscribeAsync("a", "{hello}");
        var error = await client.NextAsync();
        Assert.Contains(ErrorCodes.InternalServerError, error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error, StringComparison.Ordinal);
        Assert.Contains(Inside, Assert.Single(host.Log.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_every_stream_and_then_itself_with_the_callers_right()
    {
        var ended = new TaskCompletionSource<GraphQLError>();
        await using var host = await SocketHost.StartAsync(schema, (_, _) => ValueTask.FromResult(ConnectionVerdict.Admitted("a", _ => ended.Task)));
        using var client = await SocketClient.OpenAsync(host);
        await client.SubscribeAsync("a", "subscription { events }");
        await client.SubscribeAsync("b", "subscription { events }");
        await schema.OpenedAsync(2);
        ended.SetResult(new GraphQLError("The token was revoked.", code: "TOKEN_REVOKED"));
        string[] errors = [await client.NextAsync(), await client.NextAsync()];
        Assert.All(errors, error => Assert.Contains("TOKEN_REVOKED", error, StringComparison.Ordinal));
        Assert.All(errors, error => Assert.Contains("\"type\":\"error\"", error, StringComparison.Ordinal));
        Assert.Equal("close 4403 The token was revoked.", await client.NextAsync());
    }

    [Fact]
    public async Task Starts_nothing_under_a_right_that_has_ended()
    {
        var ended = new TaskCompletionSource<GraphQLError>();
        await using var host = await SocketHost.StartAsync(schema, (_, _) => ValueTask.FromResult(ConnectionVerdict.Admitted("a", _ => ended.Task)));
        using var client = await SocketClient.OpenAsync(host);
        await client.SubscribeAsync("held", "{slow}");
        await schema.OpenedAsync();
        ended.SetResult(new GraphQLError("The token was revoked.", code: "TOKEN_REVOKED"));

        // What was executing may come to its end, which keeps the connection; nothing else is begun.
        string answer;
        do
        {
            await client.SubscribeAsync("late", "{caller}");
            answer = await client.NextAsync();
            if (answer.Contains("\"caller\"", StringComparison.Ordinal))
                Assert.Equal("""{"id":"late","type":"complete"}""", await client.NextAsync());
        }
        while (!answer.Contains("\"error\"", StringComparison.Ordinal));
        Assert.Contains("TOKEN_REVOKED", answer, StringComparison.Ordinal);
        await client.SendAsync("""{"id":"held","type":"complete"}""");
        Assert.Equal("close 4403 The token was revoked.", await client.NextAsync());
    }

    [Fact]
    public async Task Loses_the_right_where_nobody_can_say_whether_it_holds()
    {
        await using var host = await SocketHost.StartAsync(schema, (_, _) => ValueTask.FromResult(
            ConnectionVerdict.Admitted("a", _ => Task.FromException<GraphQLError>(new InvalidOperationException("the store is away")))));
        using var client = await SocketClient.OpenAsync(host);
        Assert.StartsWith("close 4403 Something went wrong", await client.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stops_watching_the_right_with_the_connection_and_complains_of_nothing()
    {
        await using var host = await SocketHost.StartAsync(schema, (_, _) => ValueTask.FromResult(ConnectionVerdict.Admitted("a", async living =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, living);
            throw new InvalidOperationException("never");
        })));
        using (var client = await SocketClient.OpenAsync(host))
            await client.CloseAsync();
        await host.StopAsync();
        Assert.Empty(host.Log.Complaints);
    }

    [Fact]
    public async Task Closes_with_1001_when_the_server_stops()
    {
        await using var host = await SocketHost.StartAsync(schema);
        using var client = await SocketClient.OpenAsync(host);
        await client.SubscribeAsync("a", "subscription { events }");
        await schema.OpenedAsync();
        var stopping = host.StopAsync();
        Assert.Equal("close 1001 The server is going away", await client.NextAsync());
        await client.CloseAsync();
        await stopping.WaitAsync(LiveSchema.HangGuard);
        await schema.ClosedAsync();
        Assert.Empty(host.Log.Complaints);
    }

    [Fact]
    public async Task Closes_the_sources_when_the_client_is_gone_without_a_word()
    {
        await using var host = await SocketHost.StartAsync(schema);
        using (var client = await SocketClient.OpenAsync(host))
        {
            await client.SubscribeAsync("a", "subscription { events }");
            await schema.OpenedAsync();
        }

        await schema.ClosedAsync();
        await host.Log.SaysAsync("A WebSocket ended: 1006 The connection was lost");
    }

    [Fact]
    public async Task Serves_a_thousand_subscriptions_at_once()
    {
        await using var host = await SocketHost.StartAsync(schema);
        var clients = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SocketClient.OpenAsync(host)));
        await Task.WhenAll(clients.Select(async client =>
        {
            for (var id = 0; id < 50; id++)
                await client.SubscribeAsync($"{id}", "subscription { events }");
        }));
        await schema.OpenedAsync(1000);

        foreach (var number in (int[])[7, 8, 9])
            Assert.True(schema.Publish(number));
        schema.CompleteAll();
        var counts = await Task.WhenAll(clients.Select(CountAsync));

        Assert.Equal(Enumerable.Repeat((3 * 50, 50), 20), counts);
        await schema.ClosedAsync(1000);
        foreach (var client in clients)
            client.Dispose();

        static async Task<(int Next, int Complete)> CountAsync(SocketClient client)
        {
            var (next, complete) = (0, 0);
            while (complete < 50)
            {
                if ((await client.NextAsync()).Contains("\"next\"", StringComparison.Ordinal))
                    next++;
                else
                    complete++;
            }

            return (next, complete);
        }
    }

    [Fact]
    public async Task Cuts_off_a_client_that_stops_reading_and_keeps_little_for_it()
    {
        await using var host = await SocketHost.StartAsync(
            schema, new GraphQLWebSocketOptions { Admit = SocketHost.AdmitAll.Admit, SendTimeout = TimeSpan.FromMilliseconds(200) }, TimeProvider.System);
        using var client = await SocketClient.OpenAsync(host);
        await client.SubscribeAsync("a", "subscription { flood }");
        await client.SubscribeAsync("b", "subscription { flood }");
        await schema.ClosedAsync(2);

        // 64 KiB each: what the connection's own buffers hold, of endless streams.
        Assert.InRange(schema.Flooded, 1, 500);
        await host.Log.SaysAsync("left a message unread for 0.2 seconds");
    }
}
