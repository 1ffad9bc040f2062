namespace GraphQLTokens.Engine.Transports.WebSockets;

/// <summary>
/// GraphQL over WebSocket, "Ping" and "Pong": finds the connections that have silently died. Any message is a sign of life; a client that sends none
/// gets a ping, then another, and is given up when the next one would be due.
/// </summary>
internal sealed class SignsOfLife
{
    // Two pings may go unanswered: one can meet a client that is busy.
    private const int MostSilentIntervals = 2;

    private volatile bool isSeen;

    /// <summary>The client has sent something.</summary>
    public void Note() => isSeen = true;

    /// <exception cref="OperationCanceledException">The connection has ended.</exception>
    public async Task WatchAsync(
        TimeSpan interval, TimeProvider time, MessageWriter writer, Action<SocketClosure> end, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(interval, time);
        var silentIntervals = 0;
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            silentIntervals = isSeen ? 0 : silentIntervals + 1;
            isSeen = false;
            if (silentIntervals == MostSilentIntervals)
            {
                end(CloseCodes.NoSignOfLife(interval * MostSilentIntervals));
                return;
            }

            await writer.WriteAsync(ServerMessage.Ping(), cancellationToken);
        }
    }
}
