using System.IO.Pipelines;
using System.Net.Sockets;
using System.Text;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Transports.Http;
using Microsoft.AspNetCore.Http;

namespace GraphQLTokens.Engine.Tests.Transports.Http;

/// <summary>Over bare sockets: what a body claims to be and what it is need not agree.</summary>
public sealed class RequestBodyTests
{
    private const string Body = """{"query":"{a}"}""";
    private const string Head = "POST /graphql HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\n";
    private static readonly GraphQLHttpOptions Exact = new() { MaxBodyBytes = Body.Length };

    [Theory]
    [InlineData(0, "200")]
    [InlineData(1, "413")]
    [InlineData(100_000, "413")]
    public async Task Counts_a_body_of_known_length(int excess, string status)
    {
        var body = Body.PadRight(Body.Length + excess);
        Assert.Equal(status, await StatusOfAsync($"{Head}Content-Length: {body.Length}\r\n\r\n{body}"));
    }

    [Theory]
    [InlineData(0, "200")]
    [InlineData(1, "413")]
    [InlineData(100_000, "413")]
    public async Task Counts_a_body_in_chunks(int excess, string status)
    {
        var chunks = Body.PadRight(Body.Length + excess).Chunk(7).Select(chunk => $"{chunk.Length:x}\r\n{new string(chunk)}\r\n");
        Assert.Equal(status, await StatusOfAsync($"{Head}Transfer-Encoding: chunked\r\n\r\n{string.Concat(chunks)}0\r\n\r\n"));
    }

    [Fact]
    public async Task Refuses_a_length_past_the_limit_before_the_body_comes()
    {
        Assert.Equal("413", await StatusOfAsync($"{Head}Content-Length: 9223372036854775807\r\n\r\n"));
    }

    [Fact]
    public async Task Executes_nothing_of_a_body_that_ends_early_and_complains_of_nothing()
    {
        var executor = new RecordingExecutor();
        await using var host = await HttpHost.StartAsync(executor.ExecuteAsync, Exact);
        using var socket = await host.ConnectAsync();
        await socket.SendAsync(Encoding.ASCII.GetBytes($"{Head}Content-Length: {Body.Length}\r\n\r\n{Body[..5]}"));
        socket.Shutdown(SocketShutdown.Send);
        await HangUpAsync(socket);
        await host.StopAsync();
        Assert.Null(executor.Request);
        Assert.Empty(host.Log.Complaints);
    }

    [Fact]
    public async Task Refuses_chunks_that_are_none()
    {
        Assert.Equal("400", await StatusOfAsync($"{Head}Transfer-Encoding: chunked\r\n\r\nnonsense\r\n"));
    }

    [Fact]
    public async Task Tells_a_body_that_comes_too_slowly_from_one_that_is_broken()
    {
        Assert.Equal(ErrorCodes.RequestTimeout, await CodeOfAsync(408));
        Assert.Equal(ErrorCodes.BodyLimitExceeded, await CodeOfAsync(413));
        Assert.Equal(ErrorCodes.BadRequest, await CodeOfAsync(400));

        static async Task<string?> CodeOfAsync(int status)
        {
            var body = new Pipe();
            await body.Writer.CompleteAsync(new BadHttpRequestException("as the server says it", status));
            var context = new DefaultHttpContext { Request = { Body = body.Reader.AsStream() } };
            using var buffer = new PooledBuffer(16);
            return (await RequestBody.ReadAsync(context, buffer, limit: 16))?.Code;
        }
    }

    [Fact]
    public async Task Reads_a_body_that_comes_byte_by_byte()
    {
        await using var host = await HttpHost.StartAsync(new RecordingExecutor().ExecuteAsync, Exact);
        using var socket = await host.ConnectAsync();
        socket.NoDelay = true;
        await socket.SendAsync(Encoding.ASCII.GetBytes($"{Head}Content-Length: {Body.Length}\r\n\r\n"));
        foreach (var letter in Encoding.ASCII.GetBytes(Body))
            await socket.SendAsync(new[] { letter });
        Assert.Equal("200", await ReadStatusAsync(socket));
    }

    [Fact]
    public async Task Serves_the_next_request_on_the_same_connection_after_a_refusal()
    {
        await using var host = await HttpHost.StartAsync(new RecordingExecutor().ExecuteAsync);
        Assert.Equal(400, (await host.PostAsync("nonsense")).Status);
        Assert.Equal(415, (await host.PostAsync(Body, "text/plain")).Status);
        Assert.Equal(200, (await host.PostAsync(Body)).Status);
    }

    [Fact]
    public async Task Hangs_up_on_a_body_without_end()
    {
        const int MiB = 1024 * 1024;
        await using var host = await HttpHost.StartAsync(new RecordingExecutor().ExecuteAsync, Exact);
        using var socket = await host.ConnectAsync();
        await socket.SendAsync(Encoding.ASCII.GetBytes("POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"));
        byte[] chunk = [.. "100000\r\n"u8, .. new byte[MiB], .. "\r\n"u8];
        var sent = 0;
        await Assert.ThrowsAsync<SocketException>(async () =>
        {
            for (; sent < 20 * MiB; sent += MiB)
                await socket.SendAsync(chunk);
        });
    }

    // The server's end of the connection: its last word, or a reset.
    private static async Task HangUpAsync(Socket socket)
    {
        try
        {
            Assert.Equal(0, await socket.ReceiveAsync(new byte[1]));
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.ConnectionReset)
        {
        }
    }

    private static async Task<string> StatusOfAsync(string request)
    {
        await using var host = await HttpHost.StartAsync(new RecordingExecutor().ExecuteAsync, Exact);
        using var socket = await host.ConnectAsync();
        await socket.SendAsync(Encoding.ASCII.GetBytes(request));
        return await ReadStatusAsync(socket);
    }

    // "HTTP/1.1 200 OK": the three digits after the version.
    private static async Task<string> ReadStatusAsync(Socket socket)
    {
        var head = new byte[12];
        for (var length = 0; length < head.Length;)
        {
            var received = await socket.ReceiveAsync(head.AsMemory(length));
            Assert.NotEqual(0, received);
            length += received;
        }

        return Encoding.ASCII.GetString(head, 9, 3);
    }
}
