using GraphQLTokens.Engine.Execution.Concurrency;

namespace GraphQLTokens.Engine.Transports.WebSockets;

/// <summary>How GraphQL is served over WebSockets (sub-protocol <c>graphql-transport-ws</c>).</summary>
/// <exception cref="ArgumentOutOfRangeException">A limit below 1, or a time of zero or less.</exception>
public sealed class GraphQLWebSocketOptions
{
    /// <summary>
    /// Who may connect: asked once for each connection, when its <c>connection_init</c> has come. The upgrade itself is let through to here without
    /// any credential (<see cref="WebSocketUpgrade.IsAskedFor"/>), so whoever is refused must be refused by this.
    /// </summary>
    public required Func<WebSocketConnectionContext, CancellationToken, ValueTask<ConnectionVerdict>> Admit { get; init; }

    /// <summary>
    /// Whether pages of a site may connect, by what browsers send as <c>Origin</c>: scheme, host and, unless it is the scheme's own, port
    /// (<c>https://console.example:8443</c>). Null: pages of the host that the request names, which a name that somebody points at this server is
    /// too (DNS rebinding). Clients that are no browsers send no <c>Origin</c> and are always let through.
    /// </summary>
    public Func<string, bool>? AllowsOrigin { get; init; }

    /// <summary>How many connections a caller may have open; null for no bound. One more is closed with 1013, once its <c>connection_init</c> has said whose it is.</summary>
    public CallerConcurrency? Connections { get; init; }

    /// <summary>How long a client may take from the upgrade to its <c>connection_init</c>. 3 seconds unless told, as the reference implementation has it.</summary>
    public TimeSpan InitTimeout { get; init => field = MoreThanNothing(value); } = TimeSpan.FromSeconds(3);

    /// <summary>How often a client is sent a <c>ping</c>; one that sends nothing at all from one ping to the next but one is gone. 12 seconds unless told.</summary>
    public TimeSpan KeepAliveInterval { get; init => field = MoreThanNothing(value); } = TimeSpan.FromSeconds(12);

    /// <summary>How long a client may leave a message unread while the connection's buffers are full; then it is cut off. 10 seconds unless told.</summary>
    public TimeSpan SendTimeout { get; init => field = MoreThanNothing(value); } = TimeSpan.FromSeconds(10);

    /// <summary>How long a client may take to answer a close; then the connection is cut. 5 seconds unless told.</summary>
    public TimeSpan CloseTimeout { get; init => field = MoreThanNothing(value); } = TimeSpan.FromSeconds(5);

    /// <summary>The longest message in bytes, counted over its fragments as they arrive; 1 MiB unless told.</summary>
    public int MaxMessageBytes { get; init => field = AtLeastOne(value); } = 1024 * 1024;

    /// <summary>The same for what comes before a connection is let in, where it is less; 32 KiB unless told, as much as the headers of a request.</summary>
    public int MaxInitBytes { get; init => field = AtLeastOne(value); } = 32 * 1024;

    /// <summary>
    /// The most bytes of messages that one connection's operations under way may hold: a message is kept for as long as variables are read from it.
    /// The one that passes the mark is still served. 4 MiB unless told.
    /// </summary>
    public int MaxHeldBytes { get; init => field = AtLeastOne(value); } = 4 * 1024 * 1024;

    /// <summary>The most operations that one connection may have under way, those included that were given up and have not come to their end; 100 unless told.</summary>
    public int MaxOperations { get; init => field = AtLeastOne(value); } = 100;

    private static int AtLeastOne(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        return value;
    }

    private static TimeSpan MoreThanNothing(TimeSpan value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
        return value;
    }
}
