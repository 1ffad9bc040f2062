using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;

namespace GraphQLTokens.Engine.Transports.WebSockets;

/// <summary>What a socket throws when the other side is gone or the connection was cut: nothing of it is our fault, or news.</summary>
internal static class SocketFaults
{
    public static bool IsOne(Exception exception) =>
        exception is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException or ConnectionAbortedException;
}
