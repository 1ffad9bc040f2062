using System.Text;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Transports.Http;
using GraphQLTokens.Engine.Transports.Sse;

namespace GraphQLTokens.Engine.Tests.Transports.Sse;

public sealed class SseTransportTests
{
    private const string Complete = "event: complete|data:";
    private const string EventStreamType = "text/event-stream";

    private readonly LiveSchema schema = new();

    [Fact]
    public async Task Streams_an_event_for_each_response_and_completes()
    {
        await using var host = await HttpHost.StartAsync(schema.Register);
        using var stream = await EventStreamReader.OpenAsync(host, "subscription { count(to: 2) }");
        Assert.Equal(
            ["event: next|data: {\"data\":{\"count\":1}}", "event: next|data: {\"data\":{\"count\":2}}", Complete],
            await stream.RestAsync());
    }

    [Fact]
    public async Task Says_that_nobody_may_keep_or_hold_back_the_stream()
    {
        await using var host = await HttpHost.StartAsync(schema.Register);
        var answer = await host.PostAsync("""{"query":"{hello}"}""", accept: EventStreamType);
        Assert.Equal((200, "text/event-stream; charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.Equal(("no-store", "no", "Accept"), (answer.Headers["Cache-Control"], answer.Headers["X-Accel-Buffering"], answer.Headers["Vary"]));
        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
    }

    [Theory]
    [InlineData("{hello}", "Hello, world")]
    [InlineData("mutation {hello}", "changed")]
    [InlineData("{nothing}", ErrorCodes.ValidationFailed)]
    [InlineData("{", ErrorCodes.ParseFailed)]
    [InlineData("subscription { refused }", "NOT_YOU")]
    public async Task Answers_everything_that_reaches_the_executor_within_the_stream(string document, string expected)
    {
        await using var host = await HttpHost.StartAsync(schema.Register);
        using var stream = await EventStreamReader.OpenAsync(host, document);
        var events = await stream.RestAsync();
        Assert.Equal(200, (int)stream.Response.StatusCode);
        Assert.Equal(2, events.Count);
        Assert.StartsWith("event: next|data: {", events[0], StringComparison.Ordinal);
        Assert.Contains(expected, events[0], StringComparison.Ordinal);
        Assert.Equal(Complete, events[1]);
    }

    [Fact]
    public async Task Takes_subscriptions_and_queries_by_GET()
    {
        await using var host = await HttpHost.StartAsync(schema.Register);
        using var stream = await EventStreamReader.OpenAsync(host, "subscription { count(to: 1) }", HttpMethod.Get);
        Assert.Equal(["event: next|data: {\"data\":{\"count\":1}}", Complete], await stream.RestAsync());
    }

    [Fact]
    public async Task Refuses_mutations_by_GET_as_HTTP()
    {
        await using var host = await HttpHost.StartAsync(schema.Register);
        var answer = await host.GetAsync("?query=mutation{hello}", EventStreamType);
        Assert.Equal((405, "POST", ErrorCodes.MethodNotAllowed), (answer.Status, answer.Headers["Allow"], answer.Code));
        Assert.Equal("application/json; charset=utf-8", answer.ContentType);
    }

    [Theory]
    [InlineData("not json", "application/json", 400)]
    [InlineData("{}", "application/json", 400)]
    [InlineData("""{"query":"{hello}"}""", "text/plain", 415)]
    [InlineData("""{"query":"{hello}","padding":"0123456789012345678901234567890123456789"}""", "application/json", 413)]
    public async Task Refuses_what_is_wrong_with_the_HTTP_request_as_HTTP(string body, string contentType, int status)
    {
        await using var host = await HttpHost.StartAsync(schema.Register, new GraphQLHttpOptions { MaxBodyBytes = 64 });
        var answer = await host.PostAsync(body, contentType, EventStreamType);
        Assert.Equal((status, "application/json; charset=utf-8"), (answer.Status, answer.ContentType));
    }

    [Fact]
    public async Task Guards_GET_against_other_sites_like_the_plain_GET()
    {
        await using var host = await HttpHost.StartAsync(schema.Register, new GraphQLHttpOptions { RequiredPreflightHeaders = ["X-API-Key"] });
        Assert.Equal(403, (await host.GetAsync("?query={hello}", EventStreamType)).Status);
        Assert.Equal(200, (await host.GetAsync("?query={hello}", EventStreamType, ("X-API-Key", "k"))).Status);
    }

    [Fact]
    public async Task Leaves_GET_alone_where_queries_may_only_come_by_POST()
    {
        await using var host = await HttpHost.StartAsync(schema.Register, new GraphQLHttpOptions { AllowGet = false });
        Assert.Equal(405, (await host.GetAsync("?query={hello}", EventStreamType)).Status);
    }

    [Fact]
    public async Task Is_not_served_where_it_is_turned_off()
    {
        await using var host = await HttpHost.StartAsync(schema.Register, new GraphQLHttpOptions { EventStreams = null });
        Assert.Equal(406, (await host.PostAsync("""{"query":"{hello}"}""", accept: EventStreamType)).Status);
    }

    [Fact]
    public async Task Beats_while_nothing_happens()
    {
        var time = new FakeTime();
        var options = new EventStreamOptions { HeartbeatInterval = TimeSpan.FromSeconds(7) };
        await using var host = await HttpHost.StartAsync(schema.Register, new GraphQLHttpOptions { EventStreams = options }, time);
        using var stream = await EventStreamReader.OpenAsync(host, "subscription { events }");
        await time.ArmedAsync(options.HeartbeatInterval);
        for (var beat = 0; beat < 3; beat++)
        {
            time.Advance(options.HeartbeatInterval);
            Assert.Equal(":", await stream.NextAsync());
        }

        await schema.OpenedAsync();
        schema.Publish(5);
        Assert.Equal("event: next|data: {\"data\":{\"events\":5}}", await stream.NextAsync());
    }

    [Fact]
    public async Task Closes_the_source_when_the_client_leaves()
    {
        await using var host = await HttpHost.StartAsync(schema.Register);
        using (await EventStreamReader.OpenAsync(host, "subscription { events }"))
            await schema.OpenedAsync();
        await schema.ClosedAsync();
        await host.StopAsync();
        Assert.Empty(host.Log.Complaints);
    }

    [Fact]
    public async Task Breaks_open_streams_off_when_the_server_takes_its_leave_so_that_clients_come_back()
    {
        await using var host = await HttpHost.StartAsync(schema.Register);
        using var stream = await EventStreamReader.OpenAsync(host, "subscription { events }");
        await schema.OpenedAsync();
        schema.Publish(1);
        Assert.NotNull(await stream.NextAsync());
        var stopping = host.StopAsync();
        Assert.Equal([": the server is going away"], await stream.RestAsync());
        await stopping.WaitAsync(LiveSchema.HangGuard);
        await schema.ClosedAsync();
        Assert.Empty(host.Log.Complaints);
    }

    [Fact]
    public async Task Takes_its_leave_when_it_is_told_and_not_before_the_host_stops()
    {
        using var leaving = new CancellationTokenSource();
        await using var host = await HttpHost.StartAsync(schema.Register, new GraphQLHttpOptions { Leaving = leaving.Token });
        using var stream = await EventStreamReader.OpenAsync(host, "subscription { events }");
        await schema.OpenedAsync();
        var stopping = host.StopAsync();
        schema.Publish(1);
        Assert.Equal("event: next|data: {\"data\":{\"events\":1}}", await stream.NextAsync());
        await leaving.CancelAsync();
        Assert.Equal([": the server is going away"], await stream.RestAsync());
        await stopping.WaitAsync(LiveSchema.HangGuard);
    }

    [Fact]
    public async Task Ends_with_the_callers_right_and_says_so()
    {
        var ended = new TaskCompletionSource<GraphQLError>();
        await using var host = await HttpHost.StartAsync(schema.Register, new GraphQLHttpOptions { RightEnds = _ => _ => ended.Task });
        using var stream = await EventStreamReader.OpenAsync(host, "subscription { events }");
        await schema.OpenedAsync();
        ended.SetResult(new GraphQLError("The token was revoked.", code: "TOKEN_REVOKED"));
        var events = await stream.RestAsync();
        Assert.Contains("TOKEN_REVOKED", events[0], StringComparison.Ordinal);
        Assert.Equal(Complete, events[1]);
    }

    [Fact]
    public async Task Cuts_off_a_client_that_stops_reading_and_keeps_little_for_it()
    {
        var options = new GraphQLHttpOptions { EventStreams = new EventStreamOptions { SendTimeout = TimeSpan.FromMilliseconds(200) } };
        await using var host = await HttpHost.StartAsync(schema.Register, options);
        using var socket = await host.ConnectAsync();
        const string Body = """{"query":"subscription { flood }"}""";
        await socket.SendAsync(Encoding.ASCII.GetBytes(
            $"POST /graphql HTTP/1.1\r\nHost: a\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\n\r\n{Body}"));
        await schema.ClosedAsync();

        // 64 KiB each: what the connection's own buffers hold, of an endless stream.
        Assert.InRange(schema.Flooded, 1, 500);
        await host.Log.SaysAsync("left an event unread for 0.2 seconds");
    }
}
