using System.Net.WebSockets;
using System.Threading.Channels;
using GraphQLTokens.Engine.Transports.Http;

namespace GraphQLTokens.Engine.Transports.WebSockets;

/// <summary>
/// The one writer of a socket. A few messages wait; whoever has one more waits with it, so that a client that reads slowly holds up its
/// own operations, and one that stops reading is given up after the time-out.
/// </summary>
internal sealed class MessageWriter(WebSocket socket, TimeSpan sendTimeout, TimeProvider time)
{
    // Enough to keep the socket busy while operations make their next messages; each may be as long as a response.
    private const int QueueLength = 8;

    private readonly Channel<PooledBuffer> queue = Channel.CreateBounded<PooledBuffer>(
        new BoundedChannelOptions(QueueLength) { SingleReader = true });

    /// <summary>Takes the message over. What comes after the end is dropped.</summary>
    /// <exception cref="OperationCanceledException">The message was not taken.</exception>
    public async ValueTask WriteAsync(PooledBuffer message, CancellationToken cancellationToken = default)
    {
        try
        {
            await queue.Writer.WriteAsync(message, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            message.Dispose();
        }
        catch
        {
            message.Dispose();
            throw;
        }
    }

    /// <summary>Takes no more; what waits is still sent.</summary>
    public void Complete() => queue.Writer.TryComplete();

    /// <returns>Null once everything is sent, or why it could not be.</returns>
    public async Task<SocketClosure?> RunAsync()
    {
        using var late = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        try
        {
            await foreach (var message in queue.Reader.ReadAllAsync(CancellationToken.None))
            {
                using (message)
                {
                    late.CancelAfter(sendTimeout);
                    await socket.SendAsync(message.Written, WebSocketMessageType.Text, endOfMessage: true, late.Token);
                    late.CancelAfter(Timeout.InfiniteTimeSpan);
                }
            }

            return null;
        }
        catch (Exception exception) when (SocketFaults.IsOne(exception))
        {
            return late.IsCancellationRequested ? CloseCodes.StoppedReading(sendTimeout) : CloseCodes.ConnectionLost;
        }
        finally
        {
            Complete();
            while (queue.Reader.TryRead(out var unsent))
                unsent.Dispose();
        }
    }
}
