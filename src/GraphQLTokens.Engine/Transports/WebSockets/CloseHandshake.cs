using System.Net.WebSockets;

namespace GraphQLTokens.Engine.Transports.WebSockets;

/// <summary>RFC 6455, section 7.1.2: what waits is sent, then the close frame, and the client has a while to take and answer it.</summary>
internal sealed class CloseHandshake(WebSocket socket, MessageReader reader, MessageWriter writer, TimeSpan patience, TimeProvider time)
{
    /// <param name="closure">How the connection ends.</param>
    /// <param name="writing">The writer, at work.</param>
    /// <param name="reading">The reader, at work until its next message.</param>
    public async Task RunAsync(SocketClosure closure, Task writing, Task reading)
    {
        using var wait = new CancellationTokenSource(patience, time);
        await using var cut = wait.Token.Register(socket.Abort);
        if (closure.IsAbrupt)
            socket.Abort();
        writer.Complete();
        await writing;
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(closure.Code, closure.Reason, wait.Token);
        }
        catch (Exception exception) when (SocketFaults.IsOne(exception))
        {
            socket.Abort();
        }

        await reading;
        await reader.ReadToCloseAsync();
    }
}
