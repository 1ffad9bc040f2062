using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Transports.WebSockets;
using static GraphQLTokens.Engine.Tests.Transports.WebSockets.RawSocket;

namespace GraphQLTokens.Engine.Tests.Transports.WebSockets;

/// <summary>
/// What somebody sends who means harm. Each is ended by a close or cut, with nothing in the log that says something went wrong with us, and the next client is
/// served as if nothing had been.
/// </summary>
public sealed class HostileClientTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(200);
    private static readonly Func<WebSocketConnectionContext, CancellationToken, ValueTask<ConnectionVerdict>> Admit = SocketHost.AdmitAll.Admit;
    private readonly LiveSchema schema = new();
    private readonly FakeTime time = new();

    public static TheoryData<string, byte[], int> BrokenFrames => new()
    {
        { "no mask", Frame(Text, SocketClient.Init.Select(each => (byte)each).ToArray(), isMasked: false), 1002 },
        { "compressed, which was not agreed on", Frame(0xC1, "x"), 1002 },
        { "reserved bits", Frame(0xB1, "x"), 1002 },
        { "a reserved opcode", Frame(0x83, "x"), 1002 },
        { "a reserved opcode of control", Frame(0x8B, "x"), 1002 },
        { "a ping in fragments", Frame(0x09, "x"), 1002 },
        { "a ping of 126 bytes", Frame(Ping, new byte[126]), 1002 },
        { "a continuation of nothing", Frame(0x80, "x"), 1002 },
        { "a message within a message", [.. Frame(Unfinished, "x"), .. Frame(Text, "y")], 1002 },
        { "a negative length", Frame(Text, [], claimed: ulong.MaxValue), 1002 },
        { "a close of one byte", Frame(Close, [3]), 1002 },
        { "a close with a code that is never sent", Frame(Close, [0x03, 0xED]), 1002 },
        { "a close with a code below all", Frame(Close, [0, 1]), 1002 },
        { "a close whose reason is no UTF-8", Frame(Close, [0x03, 0xE8, 0xFF]), 1002 },
        { "a byte that no UTF-8 has", Frame(Text, [0x22, 0xFF, 0x22]), 1007 },
        { "half a surrogate pair", Frame(Text, [0x22, 0xED, 0xA0, 0x80, 0x22]), 1007 },
        { "an overlong slash", Frame(Text, [0x22, 0xC0, 0xAF, 0x22]), 1007 },
        { "a character that breaks off", Frame(Text, [0x22, 0xE2, 0x82]), 1007 },
        { "a binary message", Frame(Binary, SocketClient.Init), 4400 },
    };

    [Theory]
    [MemberData(nameof(BrokenFrames))]
    public async Task Ends_at_broken_frames(string what, byte[] frames, int code)
    {
        await using var host = await SocketHost.StartAsync(schema);
        using var client = await ConnectAsync(host);
        await client.SendAsync(frames);
        var answer = await client.NextAsync();

        // A connection that is cut with bytes unread is reset, and the reset can overtake the close.
        Assert.True(answer == "end" || answer.StartsWith($"close {code}", StringComparison.Ordinal), $"{what}: {answer}");
        await client.AnswerCloseAsync();
        Assert.True(await client.NextAsync() == "end", what);
        await host.Log.SaysAsync(code == 4400 ? "A WebSocket ended: 4400" : "A WebSocket ended: 1002 Broken frames");
        await AssertServesOnAsync(host);
    }

    [Fact]
    public async Task Believes_no_length_that_a_frame_claims()
    {
        await using var host = await SocketHost.StartAsync(schema);
        using var client = await ConnectAsync(host);
        await client.SendAsync(Frame(Text, new byte[64], claimed: 1UL << 40));
        await client.SendAsync(new byte[SocketHost.AdmitAll.MaxInitBytes]);
        Assert.Equal("close 1009 A message is longer than 32768 bytes", await client.NextAsync());
        await AssertServesOnAsync(host);
    }

    [Fact]
    public async Task Takes_long_messages_only_from_whoever_was_let_in()
    {
        var message = "{\"type\":\"ping\",\"padding\":\"" + new string('x', SocketHost.AdmitAll.MaxInitBytes) + "\"}";
        await using var host = await SocketHost.StartAsync(schema);
        using var stranger = await ConnectAsync(host);
        await stranger.SendAsync(Frame(Text, message));
        Assert.Equal("close 1009 A message is longer than 32768 bytes", await stranger.NextAsync());
        using var client = await OpenAsync(host);
        await client.SendAsync(Frame(Text, message));
        Assert.Equal("text {\"type\":\"pong\"}", await client.NextAsync());
    }

    [Fact]
    public async Task Adds_up_fragments_of_one_byte()
    {
        await using var host = await SocketHost.StartAsync(schema, new GraphQLWebSocketOptions { Admit = Admit, MaxMessageBytes = 1000 });
        using var client = await OpenAsync(host);
        await client.SendAsync(Frame(Unfinished, " "));
        await client.SendAsync(Enumerable.Repeat(Frame(Continuation, " "), 1000).SelectMany(each => each).ToArray());
        Assert.Equal("close 1009 A message is longer than 1000 bytes", await client.NextAsync());
        await AssertServesOnAsync(host);
    }

    [Fact]
    public async Task Waits_for_no_init_in_endless_empty_fragments()
    {
        await using var host = await SocketHost.StartAsync(schema, SocketHost.AdmitAll, time);
        using var client = await ConnectAsync(host);
        await client.SendAsync(Frame(Unfinished, ""));
        await client.SendAsync(Enumerable.Repeat(Frame(Continuation, ""), 10_000).SelectMany(each => each).ToArray());
        await time.ArmedAsync(SocketHost.AdmitAll.InitTimeout);
        time.Advance(SocketHost.AdmitAll.InitTimeout);
        Assert.Equal("close 4408 Connection initialisation timeout", await client.NextAsync());
        await AssertServesOnAsync(host);
    }

    [Fact]
    public async Task Cuts_whoever_sends_pings_of_the_frame_layer_without_an_init()
    {
        await using var host = await SocketHost.StartAsync(schema, new GraphQLWebSocketOptions { Admit = Admit, InitTimeout = Soon, CloseTimeout = Soon }, TimeProvider.System);
        using var client = await ConnectAsync(host);
        await client.SendUntilCutAsync(Enumerable.Repeat(Frame(Ping, new byte[125]), 100).SelectMany(each => each).ToArray());
        await AssertServesOnAsync(host);
    }

    [Theory]
    [InlineData("""{"type":"ping"}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":"{nothing}"}}""")]
    public async Task Cuts_whoever_asks_on_and_on_and_reads_no_answer(string message)
    {
        await using var host = await SocketHost.StartAsync(schema, new GraphQLWebSocketOptions { Admit = Admit, SendTimeout = Soon, MaxOperations = 1 }, TimeProvider.System);
        using var client = await OpenAsync(host);

        // Padded with what is answered: a ping's payload comes back.
        var padded = message.Replace("\"ping\"", "\"ping\",\"payload\":{\"x\":\"" + new string('x', 16 * 1024) + "\"}", StringComparison.Ordinal);
        // Ids of their own, so that none is taken twice.
        await client.SendUntilCutAsync(
            Enumerable.Range(0, 100).SelectMany(id => Frame(Text, padded.Replace("\"1\"", $"\"{id}\"", StringComparison.Ordinal))).ToArray());
        await host.Log.SaysAsync("left a message unread for 0.2 seconds");
        await AssertServesOnAsync(host);
    }

    [Fact]
    public async Task Executes_nothing_of_a_flood_before_the_acknowledgement()
    {
        var executor = new RecordingExecutor();
        await using var host = await HttpHost.StartAsync(executor.ExecuteAsync, new() { WebSockets = SocketHost.AdmitAll });
        using var client = await ConnectAsync(host);
        await client.SendAsync(Enumerable.Range(0, 1000)
            .SelectMany(id => Frame(Text, $$$"""{"id":"{{{id}}}","type":"subscribe","payload":{"query":"{hello}"}}""")).ToArray());
        Assert.Equal("close 4401 Unauthorized", await client.NextAsync());
        Assert.Null(executor.Request);
    }

    [Theory]
    [InlineData(256, "text {\"id\":\"IDS\",\"type\":\"next\"")]
    [InlineData(257, "close 4400 Invalid message: an id is longer than 256 characters")]
    [InlineData(1_000_000, "close 4400 Invalid message: an id is longer than 256 characters")]
    public async Task Takes_no_id_that_would_swell_every_message(int length, string answer)
    {
        var id = new string('i', length);
        await using var host = await SocketHost.StartAsync(schema);
        using var client = await OpenAsync(host);
        await client.SendAsync(Frame(Text, $$$"""{"id":"{{{id}}}","type":"subscribe","payload":{"query":"{hello}"}}"""));
        Assert.StartsWith(answer.Replace("IDS", id, StringComparison.Ordinal), await client.NextAsync(), StringComparison.Ordinal);
        await AssertServesOnAsync(host);
    }

    [Fact]
    public async Task Passes_over_ten_thousand_completes_of_nothing()
    {
        await using var host = await SocketHost.StartAsync(schema);
        using var client = await OpenAsync(host);
        await client.SendAsync(Enumerable.Range(0, 10_000).SelectMany(id => Frame(Text, $$"""{"id":"{{id}}","type":"complete"}""")).ToArray());
        await client.SendAsync(Frame(Text, """{"id":"1","type":"subscribe","payload":{"query":"{hello}"}}"""));
        Assert.Contains("Hello", await client.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Holds_no_more_for_operations_under_way_than_it_may()
    {
        await using var host = await SocketHost.StartAsync(schema, new GraphQLWebSocketOptions { Admit = Admit, MaxHeldBytes = 1000 });
        using var client = await OpenAsync(host);
        var padding = new string('x', 1000);
        await client.SendAsync(Frame(Text, $$$"""{"id":"long","type":"subscribe","payload":{"query":"subscription { stubborn }","x":"{{{padding}}}"}}"""));
        await schema.OpenedAsync();
        await client.SendAsync(Frame(Text, """{"id":"1","type":"subscribe","payload":{"query":"{hello}"}}"""));
        var refusal = await client.NextAsync();
        Assert.StartsWith("""text {"id":"1","type":"error",""", refusal, StringComparison.Ordinal);
        Assert.Contains(ErrorCodes.OperationLimitExceeded, refusal, StringComparison.Ordinal);
        Assert.Contains("\"limit\":1000", refusal, StringComparison.Ordinal);

        schema.LetGo();
        Assert.Equal("""text {"id":"long","type":"complete"}""", await client.NextAsync());
        string answer;
        do
        {
            // What was held is let go a moment after the last message.
            await client.SendAsync(Frame(Text, """{"id":"2","type":"subscribe","payload":{"query":"{hello}"}}"""));
            answer = await client.NextAsync();
        }
        while (answer.Contains(ErrorCodes.OperationLimitExceeded, StringComparison.Ordinal));
        Assert.Contains("Hello", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_no_line_into_the_log_that_a_client_made_up()
    {
        await using var host = await SocketHost.StartAsync(schema);
        using var client = await OpenAsync(host);
        await client.SendAsync(Frame(Text, """{"type":"x\n\u001b[2Jroot was let in"}"""));
        Assert.Equal("close 4400 Invalid message: no client sends the type x??[2Jroot was let in", await client.NextAsync());
    }

    [Fact]
    public async Task Ends_where_the_client_goes_on_after_its_own_close()
    {
        await using var host = await SocketHost.StartAsync(schema);
        using var client = await OpenAsync(host);
        var close = Frame(Close, [0x03, 0xE8]);
        byte[] sent = [.. close, .. close, .. Frame(Text, """{"type":"ping"}""")];
        await client.SendAsync(sent);
        Assert.Equal("close 1000 ", await client.NextAsync());
        Assert.Equal("end", await client.NextAsync());
        await AssertServesOnAsync(host);
    }

    [Fact]
    public async Task Cuts_whoever_goes_on_after_our_close()
    {
        await using var host = await SocketHost.StartAsync(schema, SocketHost.AdmitAll, time);
        using var client = await OpenAsync(host);
        await client.SendAsync(Frame(Text, "nonsense"));
        Assert.StartsWith("close 4400", await client.NextAsync(), StringComparison.Ordinal);
        var going = client.SendUntilCutAsync(Frame(Text, """{"type":"ping"}"""));
        time.Advance(SocketHost.AdmitAll.CloseTimeout);
        await going.WaitAsync(LiveSchema.HangGuard);
        await AssertServesOnAsync(host);
    }

    private static async Task AssertServesOnAsync(HttpHost host)
    {
        Assert.Contains("Hello", (await host.PostAsync("""{"query":"{hello}"}""")).Body, StringComparison.Ordinal);
        using var next = await SocketClient.OpenAsync(host);
        await next.SubscribeAsync("1", "{hello}");
        Assert.Contains("Hello", await next.NextAsync(), StringComparison.Ordinal);
        Assert.Empty(host.Log.Complaints);
    }
}
