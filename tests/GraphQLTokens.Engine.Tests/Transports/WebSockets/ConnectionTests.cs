using System.Net.WebSockets;
using System.Text;
using GraphQLTokens.Engine.Transports.WebSockets;

namespace GraphQLTokens.Engine.Tests.Transports.WebSockets;

/// <summary>What has no operation: initialisation, pings, limits, and every way to end.</summary>
public sealed class ConnectionTests
{
    private readonly LiveSchema schema = new();
    private readonly FakeTime time = new();

    [Fact]
    public async Task Hands_the_payload_and_the_upgrade_request_to_whoever_admits()
    {
        string? seen = null;
        await using var host = await SocketHost.StartAsync(schema, (connection, _) =>
        {
            seen = $"{connection.HttpContext.Request.Path} {connection.Payload?.GetProperty("key").GetString()}";
            return ValueTask.FromResult(ConnectionVerdict.Admitted("alice"));
        });
        using var client = await SocketClient.OpenAsync(host, """{"type":"connection_init","payload":{"key":"k1"}}""");
        Assert.Equal("/graphql k1", seen);
        await client.SubscribeAsync("1", "{caller}");
        Assert.Equal("""{"id":"1","type":"next","payload":{"data":{"caller":"alice"}}}""", await client.NextAsync());
    }

    [Fact]
    public async Task Closes_with_4403_and_the_reason_where_it_is_not_let_in()
    {
        await using var host = await SocketHost.StartAsync(schema, (connection, _) =>
            ValueTask.FromResult(ConnectionVerdict.Refused(connection.Payload is null ? "No credential" : "Bad credential")));
        using var client = await SocketClient.ConnectAsync(host);
        await client.SendAsync(SocketClient.Init);
        Assert.Equal("close 4403 No credential", await client.NextAsync());
    }

    [Fact]
    public async Task Closes_with_4500_and_logs_where_nobody_can_say_who_it_is()
    {
        await using var host = await SocketHost.StartAsync(schema, (_, _) => throw new InvalidOperationException("the store is away"));
        using var client = await SocketClient.ConnectAsync(host);
        await client.SendAsync(SocketClient.Init);
        Assert.Equal("close 4500 Internal server error", await client.NextAsync());
        Assert.Contains("the store is away", Assert.Single(host.Log.Complaints), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(0)]
    public async Task Closes_with_4400_at_a_payload_that_is_nested_too_deep_or_says_a_thing_twice(int depth)
    {
        await using var host = await SocketHost.StartAsync(schema);
        using var client = await SocketClient.ConnectAsync(host);
        var payload = depth == 0 ? """{"key":"a","key":"b"}""" : $"{{\"key\":{new string('[', depth)}{new string(']', depth)}}}";
        await client.SendAsync($"{{\"type\":\"connection_init\",\"payload\":{payload}}}");
        Assert.StartsWith("close 4400 Invalid message", await client.NextAsync(), StringComparison.Ordinal);
        Assert.Empty(host.Log.Complaints);
    }

    [Fact]
    public async Task Closes_with_1013_where_the_caller_has_too_many_connections_and_lets_the_next_in_once_one_has_ended()
    {
        var options = new GraphQLWebSocketOptions { Admit = SocketHost.AdmitAll.Admit, Connections = new(caller => caller, MaxExecutions: 1) };
        await using var host = await SocketHost.StartAsync(schema, options);
        using (var first = await SocketClient.OpenAsync(host))
        {
            using var second = await SocketClient.ConnectAsync(host);
            await second.SendAsync(SocketClient.Init);
            Assert.Equal("close 1013 The caller has 1 connections open, as many as it may", await second.NextAsync());
            await first.CloseAsync();
        }

        for (var attempt = 1; ; attempt++)
        {
            using var third = await SocketClient.ConnectAsync(host);
            await third.SendAsync(SocketClient.Init);
            var answer = await third.NextAsync();
            if (answer == SocketClient.Ack)
                break;
            Assert.True(attempt < 1_000, answer);
        }
    }

    [Fact]
    public async Task Keeps_no_place_of_a_caller_whose_right_cannot_be_watched()
    {
        var options = new GraphQLWebSocketOptions
        {
            Admit = (_, _) => ValueTask.FromResult(ConnectionVerdict.Admitted("somebody", _ => throw new InvalidOperationException("the feed is away"))),
            Connections = new(caller => caller, MaxExecutions: 1),
        };
        await using var host = await SocketHost.StartAsync(schema, options);
        for (var attempt = 0; attempt < 2; attempt++)
        {
            using var client = await SocketClient.ConnectAsync(host);
            await client.SendAsync(SocketClient.Init);
            Assert.Equal("close 4500 Internal server error", await client.NextAsync());
            await client.CloseAsync();
        }
    }

    [Fact]
    public async Task Closes_with_4429_at_a_second_init()
    {
        await using var host = await SocketHost.StartAsync(schema);
        using var client = await SocketClient.OpenAsync(host);
        await client.SendAsync(SocketClient.Init);
        Assert.Equal("close 4429 Too many initialisation requests", await client.NextAsync());
    }

    [Theory]
    [InlineData(SocketClient.Init, "close 4429 Too many initialisation requests")]
    [InlineData("""{"id":"1","type":"subscribe","payload":{"query":"{hello}"}}""", "close 4401 Unauthorized")]
    public async Task Notices_what_comes_while_it_is_being_judged(string message, string close)
    {
        await using var host = await SocketHost.StartAsync(schema, async (_, cancelled) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancelled);
            return ConnectionVerdict.Admitted(null);
        });
        using var client = await SocketClient.ConnectAsync(host);
        await client.SendAsync(SocketClient.Init);
        await client.SendAsync(message);
        Assert.Equal(close, await client.NextAsync());
    }

    [Fact]
    public async Task Closes_with_4401_at_an_operation_before_the_init()
    {
        await using var host = await SocketHost.StartAsync(schema);
        using var client = await SocketClient.ConnectAsync(host);
        await client.SubscribeAsync("1", "{hello}");
        Assert.Equal("close 4401 Unauthorized", await client.NextAsync());
    }

    [Fact]
    public async Task Closes_with_4408_where_no_init_comes()
    {
        await using var host = await SocketHost.StartAsync(schema, SocketHost.AdmitAll, time);
        using var client = await SocketClient.ConnectAsync(host);
        await time.ArmedAsync(SocketHost.AdmitAll.InitTimeout);
        time.Advance(SocketHost.AdmitAll.InitTimeout);
        Assert.Equal("close 4408 Connection initialisation timeout", await client.NextAsync());
    }

    [Fact]
    public async Task Waits_no_longer_for_an_init_that_has_come()
    {
        var options = new GraphQLWebSocketOptions { Admit = SocketHost.AdmitAll.Admit, KeepAliveInterval = TimeSpan.FromHours(1) };
        await using var host = await SocketHost.StartAsync(schema, options, time);
        using var client = await SocketClient.OpenAsync(host);
        time.Advance(options.InitTimeout);
        await client.SendAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await client.NextAsync());
    }

    [Fact]
    public async Task Leaves_a_client_alone_that_has_taken_what_it_was_sent()
    {
        var options = new GraphQLWebSocketOptions { Admit = SocketHost.AdmitAll.Admit, KeepAliveInterval = TimeSpan.FromHours(1), SendTimeout = TimeSpan.FromMinutes(1) };
        await using var host = await SocketHost.StartAsync(schema, options, time);
        using var client = await SocketClient.OpenAsync(host);
        await time.DisarmedAsync(options.SendTimeout);
        time.Advance(options.SendTimeout);
        await client.SendAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await client.NextAsync());
    }

    [Theory]
    [InlineData("""{"type":"ping"}""", """{"type":"pong"}""")]
    [InlineData("""{"type":"ping","payload":{"at": 12}}""", """{"type":"pong","payload":{"at": 12}}""")]
    public async Task Answers_a_ping_at_any_time_with_its_own_payload(string ping, string pong)
    {
        await using var host = await SocketHost.StartAsync(schema);
        using var client = await SocketClient.ConnectAsync(host);
        await client.SendAsync(ping);
        Assert.Equal(pong, await client.NextAsync());
    }

    [Fact]
    public async Task Pings_and_gives_up_a_client_that_never_answers()
    {
        // The clock moves on while the server may still be at its last ping, which is not late by that.
        var options = new GraphQLWebSocketOptions { Admit = SocketHost.AdmitAll.Admit, SendTimeout = TimeSpan.FromHours(1) };
        var interval = options.KeepAliveInterval;
        await using var host = await SocketHost.StartAsync(schema, options, time);
        using var client = await SocketClient.OpenAsync(host);
        await time.ArmedAsync(interval);
        for (var ping = 0; ping < 3; ping++)
        {
            time.Advance(interval);
            Assert.Equal("""{"type":"ping"}""", await client.NextAsync());

            // Answered once: the silence counts from there.
            if (ping == 0)
            {
                await client.SendAsync("""{"type":"pong"}""");
                await client.SendAsync("""{"type":"ping"}""");
                Assert.Equal("""{"type":"pong"}""", await client.NextAsync());
            }
        }

        time.Advance(interval);
        Assert.Equal("close 1001 No sign of life for 24 seconds", await client.NextAsync());
    }

    [Theory]
    [InlineData("nonsense", "close 4400 Invalid message: not JSON")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{}}""", "close 4400 The member query is missing.")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":1}}""", "close 4400 query must be a string.")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":"{a}","variables":[]}}""", "close 4400 variables must be an object.")]
    [InlineData("""{"type":"start"}""", "close 4400 Invalid message: no client sends the type start")]
    public async Task Closes_with_4400_and_the_reason_at_what_the_protocol_does_not_have(string message, string close)
    {
        await using var host = await SocketHost.StartAsync(schema);
        using var client = await SocketClient.OpenAsync(host);
        await client.SendAsync(message);
        Assert.Equal(close, await client.NextAsync());
    }

    [Fact]
    public async Task Closes_with_4400_at_a_binary_message()
    {
        await using var host = await SocketHost.StartAsync(schema);
        using var client = await SocketClient.OpenAsync(host);
        await client.SendAsync("""{"type":"ping"}"""u8.ToArray(), WebSocketMessageType.Binary);
        Assert.Equal("close 4400 Invalid message: binary, not text", await client.NextAsync());
    }

    [Fact]
    public async Task Closes_with_1007_at_text_that_is_no_UTF_8()
    {
        await using var host = await SocketHost.StartAsync(schema);
        using var client = await SocketClient.OpenAsync(host);
        await client.SendAsync([0x22, 0xFF, 0x22]);
        Assert.StartsWith("close 1007", await client.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Puts_the_fragments_of_a_message_together()
    {
        await using var host = await SocketHost.StartAsync(schema);
        using var client = await SocketClient.OpenAsync(host);
        var message = Encoding.UTF8.GetBytes("""{"id":"é","type":"subscribe","payload":{"query":"{hello}"}}""");
        foreach (var each in message[..^1])
            await client.SendAsync([each], isWhole: false);
        await client.SendAsync(message[^1..]);
        Assert.Equal("""{"id":"\u00E9","type":"next","payload":{"data":{"hello":"Hello, world"}}}""", await client.NextAsync());
    }

    [Fact]
    public async Task Closes_with_1009_at_a_message_that_is_too_long_in_all_its_fragments()
    {
        var ping = """{"type":"ping"}"""u8.ToArray();
        await using var host = await SocketHost.StartAsync(schema, new GraphQLWebSocketOptions { Admit = SocketHost.AdmitAll.Admit, MaxMessageBytes = ping.Length });
        using var client = await SocketClient.ConnectAsync(host);
        await client.SendAsync(ping);
        Assert.Equal("""{"type":"pong"}""", await client.NextAsync());
        await client.SendAsync(ping, isWhole: false);
        await client.SendAsync([0x20], isWhole: false);
        Assert.Equal("close 1009 A message is longer than 15 bytes", await client.NextAsync());
    }

    [Fact]
    public async Task Answers_the_clients_close()
    {
        await using var host = await SocketHost.StartAsync(schema);
        using var client = await SocketClient.OpenAsync(host);
        await client.CloseAsync();
        await host.StopAsync();
        Assert.Empty(host.Log.Complaints);
    }

    [Fact]
    public async Task Cuts_a_client_that_does_not_answer_the_close()
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var options = new GraphQLWebSocketOptions
        {
            Admit = (connection, _) =>
            {
                connection.HttpContext.Response.OnCompleted(() =>
                {
                    ended.SetResult();
                    return Task.CompletedTask;
                });
                return ValueTask.FromResult(ConnectionVerdict.Admitted(null));
            },
        };
        await using var host = await SocketHost.StartAsync(schema, options, time);
        using var client = await SocketClient.OpenAsync(host);
        await client.SendAsync("nonsense");

        // A client of this kind answers a close only when it is told to.
        Assert.StartsWith("close 4400", await client.NextAsync(), StringComparison.Ordinal);
        Assert.False(ended.Task.IsCompleted);
        time.Advance(options.CloseTimeout);
        await ended.Task.WaitAsync(LiveSchema.HangGuard);
    }
}
