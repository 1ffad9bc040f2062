namespace GraphQLTokens.Engine.Transports.Sse;

/// <summary>How responses are streamed as server-sent events.</summary>
/// <exception cref="ArgumentOutOfRangeException">A time of zero or less.</exception>
public sealed class EventStreamOptions
{
    /// <summary>
    /// The longest silence on an open stream: as often a comment is sent, so that proxies, many of which give up after 30 or 60 seconds, see life,
    /// and a client that is gone is noticed. 12 seconds unless told.
    /// </summary>
    public TimeSpan HeartbeatInterval { get; init => field = MoreThanNothing(value); } = TimeSpan.FromSeconds(12);

    /// <summary>How long a client may leave an event unread while the connection's buffers are full; then it is cut off. 10 seconds unless told.</summary>
    public TimeSpan SendTimeout { get; init => field = MoreThanNothing(value); } = TimeSpan.FromSeconds(10);

    private static TimeSpan MoreThanNothing(TimeSpan value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
        return value;
    }
}
