namespace GraphQLTokens.Engine.Transports.WebSockets;

/// <summary>GraphQL over WebSocket, "Message types": those that a client sends.</summary>
internal enum ClientMessageType
{
    ConnectionInit,
    Ping,
    Pong,
    Subscribe,
    Complete,
}
