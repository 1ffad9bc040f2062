using GraphQLTokens.Engine.Tests.Transports.WebSockets;
using GraphQLTokens.Engine.Transports.WebSockets;

namespace GraphQLTokens.Engine.Tests.Transports;

/// <summary>The outside judges: the clients <c>graphql-ws</c> and <c>graphql-sse</c>. Needs <c>npm ci</c> in tests/live.</summary>
public sealed class LiveClientTests
{
    [Fact]
    public async Task Serves_the_clients_that_people_use()
    {
        await using var host = await SocketHost.StartAsync(new LiveSchema(), (connection, _) => ValueTask.FromResult(Judge(connection)));
        var (exitCode, output) = await NodeScript.RunAsync("live", host.Endpoint.ToString());
        Assert.True(exitCode == 0 && output.Contains("19 passed, 0 failed", StringComparison.Ordinal), output);
        Assert.Empty(host.Log.Complaints);
    }

    private static ConnectionVerdict Judge(WebSocketConnectionContext connection) =>
        connection.Payload is not { } payload ? ConnectionVerdict.Refused("No credential")
        : payload.GetProperty("key").GetString() is "good" ? ConnectionVerdict.Admitted("good")
        : ConnectionVerdict.Refused("Bad credential");
}
