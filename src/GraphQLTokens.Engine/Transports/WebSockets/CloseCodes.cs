using System.Globalization;

namespace GraphQLTokens.Engine.Transports.WebSockets;

/// <summary>
/// GraphQL over WebSocket, and RFC 6455, section 7.4.1: every way in which a connection ends.
/// <code>
/// 1000  the client closed
/// 1001  the server takes its leave; or the client gave no sign of life
/// 1002  frames that break RFC 6455, and
/// 1007  a text message that is no UTF-8: both said by the framework, which reads the frames
/// 1009  a message is longer than it may be
/// 1013  the caller has as many connections open as it may
/// 4400  a message of a type or form that the protocol does not have
/// 4401  an operation before the acknowledgement
/// 4403  not let in; or the right to the connection has ended
/// 4406  the client does not speak graphql-transport-ws
/// 4408  no connection_init in time
/// 4409  an operation under an id that is taken
/// 4429  a second connection_init
/// 4500  our own failure
///       cut without a word: the client stopped reading, or is gone
/// </code>
/// </summary>
internal static class CloseCodes
{
    /// <summary>The name of the sub-protocol (RFC 6455, section 1.9).</summary>
    public const string SubProtocol = "graphql-transport-ws";

    public static readonly SocketClosure ClientClosed = new(1000, "");
    public static readonly SocketClosure GoingAway = new(1001, "The server is going away");
    public static readonly SocketClosure Unauthorized = new(4401, "Unauthorized");
    public static readonly SocketClosure SubProtocolNotAcceptable = new(4406, "Subprotocol not acceptable");
    public static readonly SocketClosure InitTimeout = new(4408, "Connection initialisation timeout");
    public static readonly SocketClosure TooManyInits = new(4429, "Too many initialisation requests");
    public static readonly SocketClosure InternalError = new(4500, "Internal server error");

    /// <summary>The framework has closed already, with a code of its own; cutting the connection could overtake that.</summary>
    public static readonly SocketClosure BrokenFrames = new(1002, "Broken frames");

    public static readonly SocketClosure ConnectionLost = new(1006, "The connection was lost", isAbrupt: true);

    public static SocketClosure NoSignOfLife(TimeSpan silence) => new(1001, Invariant($"No sign of life for {silence.TotalSeconds:0.###} seconds"));

    public static SocketClosure TooLong(int limit) => new(1009, Invariant($"A message is longer than {limit} bytes"));

    /// <summary>IANA's registry: "Try Again Later", which clients take for worth another try.</summary>
    public static SocketClosure TooManyConnections(int limit) => new(1013, Invariant($"The caller has {limit} connections open, as many as it may"));

    public static SocketClosure Invalid(string reason) => new(4400, reason);

    public static SocketClosure Forbidden(string reason) => new(4403, reason);

    public static SocketClosure IdTaken(string id) => new(4409, $"Subscriber for {id} already exists");

    public static SocketClosure StoppedReading(TimeSpan timeout) =>
        new(1006, Invariant($"The client left a message unread for {timeout.TotalSeconds:0.###} seconds"), isAbrupt: true);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
