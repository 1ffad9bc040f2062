using System.Net.WebSockets;
using GraphQLTokens.Engine.Transports.Http;

namespace GraphQLTokens.Engine.Transports.WebSockets;

/// <summary>
/// RFC 6455, section 5.4: puts the fragments of one text message together, and no further than the limit. A receive is never cancelled, since
/// that would cut the connection before its close handshake; whoever is out of patience aborts the socket.
/// </summary>
/// <param name="socket">Read by nobody else.</param>
/// <param name="maxBytes">How long a message may be: asked as it grows, since the answer can change while one is waited for.</param>
internal sealed class MessageReader(WebSocket socket, Func<int> maxBytes)
{
    private bool isOver;
    private SocketClosure fault = CloseCodes.ConnectionLost;

    /// <returns>Null with a whole message in <paramref name="into"/>, or how the connection ends.</returns>
    public async ValueTask<SocketClosure?> ReadAsync(PooledBuffer into)
    {
        while (true)
        {
            if (await ReceiveAsync(RoomIn(into)) is not { } received)
                return fault;
            if (received.MessageType == WebSocketMessageType.Close)
                return CloseCodes.ClientClosed;
            if (received.MessageType == WebSocketMessageType.Binary)
                return CloseCodes.Invalid("Invalid message: binary, not text");
            into.Advance(received.Count);
            var limit = maxBytes();
            if (into.Length > limit)
                return CloseCodes.TooLong(limit);
            if (received.EndOfMessage)
                return null;
        }
    }

    /// <summary>Passes over what still comes, until the client's close frame or the end of the connection.</summary>
    public async Task ReadToCloseAsync()
    {
        var ignored = new byte[512];
        while (!isOver)
            await ReceiveAsync(ignored);
    }

    // No further than the first byte too many: within a frame, the socket comes back only once the memory is full.
    private Memory<byte> RoomIn(PooledBuffer buffer)
    {
        var room = buffer.GetMemory();
        return room[..(int)Math.Min(room.Length, (long)maxBytes() - buffer.Length + 1)];
    }

    // Null where the connection is gone.
    private async ValueTask<ValueWebSocketReceiveResult?> ReceiveAsync(Memory<byte> memory)
    {
        try
        {
            var received = await socket.ReceiveAsync(memory, CancellationToken.None);
            isOver = received.MessageType == WebSocketMessageType.Close;
            return received;
        }
        catch (Exception exception) when (SocketFaults.IsOne(exception))
        {
            if (exception is WebSocketException { WebSocketErrorCode: WebSocketError.Faulted })
                fault = CloseCodes.BrokenFrames;
            isOver = true;
            return null;
        }
    }
}
