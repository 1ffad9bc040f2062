using GraphQLTokens.Engine.Tests.Transports.WebSockets;
using GraphQLTokens.Engine.Transports.Http;
using GraphQLTokens.Engine.Transports.WebSockets;

namespace GraphQLTokens.Engine.Tests.Transports;

/// <summary>The outside judges: the clients <c>graphql-ws</c> and <c>graphql-sse</c>, and <c>ws</c> bare. Needs <c>npm ci</c> in tests/live.</summary>
public sealed class LiveClientTests
{
    private readonly LiveSchema schema = new();

    [Fact]
    public async Task Serves_the_clients_that_people_use()
    {
        var options = new GraphQLWebSocketOptions { Admit = (connection, _) => ValueTask.FromResult(Judge(connection)), InitTimeout = TimeSpan.FromSeconds(5) };
        await using var host = await SocketHost.StartAsync(schema, options, TimeProvider.System);
        var (exitCode, output) = await NodeScript.RunAsync("live", ["run.mjs", host.Endpoint.ToString()]);
        Assert.True(exitCode == 0 && output.Contains("29 passed, 0 failed", StringComparison.Ordinal), output);
        Assert.Contains("broken on purpose", Assert.Single(host.Log.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pings_are_answered_by_the_client_that_people_use()
    {
        var options = new GraphQLWebSocketOptions { Admit = SocketHost.AdmitAll.Admit, KeepAliveInterval = TimeSpan.FromSeconds(1) };
        await using var host = await SocketHost.StartAsync(schema, options, TimeProvider.System);
        var (exitCode, output) = await NodeScript.RunAsync("live", ["keep-alive.mjs", host.Endpoint.ToString()]);
        Assert.True(exitCode == 0 && output.Contains("answered", StringComparison.Ordinal), output);
    }

    [Fact]
    public async Task Clients_that_follow_a_stream_come_back_by_themselves_when_the_server_restarts()
    {
        var first = await SocketHost.StartAsync(schema);
        var afterwards = new LiveSchema();
        HttpHost? second = null;
        var seen = 0;
        var begun = PublishToBothAsync(schema, 1);
        var (exitCode, output) = await NodeScript.RunAsync("live", ["reconnect.mjs", first.Endpoint.ToString()], async line =>
        {
            if (!line.EndsWith(" 1", StringComparison.Ordinal) || ++seen < 2)
                return;
            await first.StopAsync();
            await first.DisposeAsync();
            second = await HttpHost.StartAsync(afterwards.Register, new GraphQLHttpOptions { WebSockets = SocketHost.AdmitAll }, at: first.Endpoint);
            await PublishToBothAsync(afterwards, 2);
        });
        await begun;
        await second!.DisposeAsync();
        Assert.True(exitCode == 0, output);
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Contains("graphql-ws closed 1001 The server is going away", lines);
        Assert.All((string[])["graphql-ws again", "graphql-ws 2", "graphql-sse again", "graphql-sse 2"], line => Assert.Contains(line, lines));
    }

    private static async Task PublishToBothAsync(LiveSchema schema, int number)
    {
        await schema.OpenedAsync(2);
        schema.Publish(number);
    }

    private static ConnectionVerdict Judge(WebSocketConnectionContext connection) =>
        connection.Payload is not { } payload ? ConnectionVerdict.Refused("No credential")
        : payload.GetProperty("key").GetString() switch
        {
            "good" => ConnectionVerdict.Admitted("good"),
            "broken" => throw new InvalidOperationException("broken on purpose"),
            _ => ConnectionVerdict.Refused("Bad credential"),
        };
}
