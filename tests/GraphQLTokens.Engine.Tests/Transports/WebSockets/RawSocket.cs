using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace GraphQLTokens.Engine.Tests.Transports.WebSockets;

/// <summary>A WebSocket client of bare frames (RFC 6455, section 5.2), for what no library would send.</summary>
internal sealed class RawSocket(Socket socket) : IDisposable
{
    public const byte Text = 0x81, Binary = 0x82, Close = 0x88, Ping = 0x89, Unfinished = 0x01, Continuation = 0x00;

    private readonly byte[] received = new byte[64 * 1024];
    private int start;
    private int end;

    public static async Task<RawSocket> ConnectAsync(HttpHost host)
    {
        var raw = new RawSocket(await host.ConnectAsync());
        await raw.SendAsync(Encoding.ASCII.GetBytes(
            "GET /graphql HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"));
        while (!raw.Waiting.Contains("\r\n\r\n", StringComparison.Ordinal))
            Assert.True(await raw.FillAsync());
        Assert.StartsWith("HTTP/1.1 101", raw.Waiting, StringComparison.Ordinal);
        raw.start += raw.Waiting.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        return raw;
    }

    /// <summary>Connected, and acknowledged.</summary>
    public static async Task<RawSocket> OpenAsync(HttpHost host)
    {
        var raw = await ConnectAsync(host);
        await raw.SendAsync(Frame(Text, SocketClient.Init));
        Assert.Equal("text " + SocketClient.Ack, await raw.NextAsync());
        return raw;
    }

    public static byte[] Frame(byte head, string payload) => Frame(head, Encoding.UTF8.GetBytes(payload));

    /// <param name="head">The first byte: whether it is final, the reserved bits, the opcode.</param>
    /// <param name="payload">What is sent.</param>
    /// <param name="isMasked">With a mask of zeros, which is one.</param>
    /// <param name="claimed">The length that the frame says; null for the true one.</param>
    public static byte[] Frame(byte head, byte[] payload, bool isMasked = true, ulong? claimed = null)
    {
        var length = claimed ?? (ulong)payload.Length;
        var mask = (byte)(isMasked ? 0x80 : 0);
        byte[] size;
        if (length < 126)
            size = [(byte)(mask | (byte)length)];
        else if (length <= ushort.MaxValue)
        {
            size = [(byte)(mask | 126), 0, 0];
            BinaryPrimitives.WriteUInt16BigEndian(size.AsSpan(1), (ushort)length);
        }
        else
        {
            size = [(byte)(mask | 127), .. new byte[8]];
            BinaryPrimitives.WriteUInt64BigEndian(size.AsSpan(1), length);
        }

        return [head, .. size, .. isMasked ? new byte[4] : [], .. payload];
    }

    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0)
            bytes = bytes[await socket.SendAsync(bytes).AsTask().WaitAsync(LiveSchema.HangGuard)..];
    }

    /// <summary>Sends the same until the server has cut the connection.</summary>
    public async Task SendUntilCutAsync(byte[] bytes)
    {
        // Sending to a reader that keeps up never waits: the caller goes on beside it.
        await Task.Yield();
        try
        {
            while (true)
                await SendAsync(bytes);
        }
        catch (SocketException)
        {
            // Cut.
        }
    }

    /// <summary>Answers the server's close, where it still listens.</summary>
    public async Task AnswerCloseAsync()
    {
        try
        {
            await SendAsync(Frame(Close, [0x03, 0xE8]));
        }
        catch (SocketException)
        {
            // Broken frames cost the connection at once.
        }
    }

    /// <summary>The next frame: <c>text …</c>, <c>close CODE REASON</c>, <c>opcode N</c>; or <c>end</c> where the connection is gone.</summary>
    public async Task<string> NextAsync()
    {
        while (true)
        {
            if (Take() is { } frame)
                return frame;
            if (!await FillAsync())
                return "end";
        }
    }

    public void Dispose() => socket.Dispose();

    private string Waiting => Encoding.ASCII.GetString(received, start, end - start);

    private string? Take()
    {
        var waiting = received.AsSpan(start, end - start);
        if (waiting.Length < 2)
            return null;
        var (opcode, length, head) = (waiting[0] & 0x0F, (int)waiting[1], 2);
        if (length == 126)
        {
            if (waiting.Length < 4)
                return null;
            (length, head) = (BinaryPrimitives.ReadUInt16BigEndian(waiting[2..]), 4);
        }

        if (waiting.Length < head + length)
            return null;
        var payload = waiting.Slice(head, length);
        start += head + length;
        return opcode switch
        {
            1 => "text " + Encoding.UTF8.GetString(payload),
            8 when payload.Length >= 2 => $"close {BinaryPrimitives.ReadUInt16BigEndian(payload)} {Encoding.UTF8.GetString(payload[2..])}",
            _ => $"opcode {opcode}",
        };
    }

    // False where the connection is gone.
    private async Task<bool> FillAsync()
    {
        if (start > 0)
        {
            received.AsSpan(start, end - start).CopyTo(received);
            (start, end) = (0, end - start);
        }

        try
        {
            var count = await socket.ReceiveAsync(received.AsMemory(end)).AsTask().WaitAsync(LiveSchema.HangGuard);
            end += count;
            return count > 0;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
