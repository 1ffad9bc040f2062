using GraphQLTokens.Engine.Transports.Http;
using GraphQLTokens.Engine.Transports.WebSockets;

namespace GraphQLTokens.Engine.Tests.Transports.WebSockets;

/// <summary>
/// Starts hosts that serve WebSockets. Their clock stands still unless a test brings another: on a machine with much to do, a client may well be later with its first
/// message than the seconds that a real server grants.
/// </summary>
internal static class SocketHost
{
    public static GraphQLWebSocketOptions AdmitAll { get; } = new() { Admit = (_, _) => ValueTask.FromResult(ConnectionVerdict.Admitted("somebody")) };

    public static Task<HttpHost> StartAsync(LiveSchema schema, GraphQLWebSocketOptions? options = null, TimeProvider? time = null) =>
        HttpHost.StartAsync(schema.Register, new GraphQLHttpOptions { WebSockets = options ?? AdmitAll }, time ?? new FakeTime());

    public static Task<HttpHost> StartAsync(
        LiveSchema schema, Func<WebSocketConnectionContext, CancellationToken, ValueTask<ConnectionVerdict>> admit) =>
        StartAsync(schema, new GraphQLWebSocketOptions { Admit = admit });
}
