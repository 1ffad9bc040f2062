namespace GraphQLTokens.Service.GraphQL.Limits;

/// <summary>Section <c>Streams</c>: subscriptions, and the event streams and WebSockets that carry them.</summary>
internal sealed class StreamSettings
{
    public const string Section = "Streams";

    /// <summary>Streams that one token may have open on a node, over all its connections, 1 to 100,000.</summary>
    public int MaxPerCaller { get; set; } = 200;

    /// <summary>WebSockets that one token may have open on a node, 1 to 100,000.</summary>
    public int MaxConnectionsPerCaller { get; set; } = 200;

    /// <summary>Operations that one WebSocket may have under way, 1 to 10,000.</summary>
    public int MaxOperationsPerConnection { get; set; } = 100;

    /// <summary>Bytes of the first message on a WebSocket, before anybody is let in, 1 KiB to 1 MiB.</summary>
    public int MaxInitBytes { get; set; } = 32 * 1024;

    /// <summary>Bytes of messages that the operations under way on one WebSocket may hold together, 64 KiB to 1 GiB.</summary>
    public int MaxHeldBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>Events that may wait for one slow reader, 1 to 100,000; one more ends its stream. An event is a few dozen bytes.</summary>
    public int MaxWaitingEvents { get; set; } = 1_000;

    /// <summary>How often a silent event stream gets a comment, and a WebSocket a ping; 1 second to 10 minutes.</summary>
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromSeconds(12);

    /// <summary>How long a client may leave what was sent unread, 100 milliseconds to 5 minutes; then it is cut off.</summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a client may take from the upgrade to its <c>connection_init</c>, 100 milliseconds to 1 minute.</summary>
    public TimeSpan InitTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a client may take to answer a WebSocket's close, 100 milliseconds to 1 minute.</summary>
    public TimeSpan CloseTimeout { get; set; } = TimeSpan.FromSeconds(5);
}
