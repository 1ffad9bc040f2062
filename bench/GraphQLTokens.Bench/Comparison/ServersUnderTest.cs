namespace GraphQLTokens.Bench.Comparison;

/// <summary>Every server of a comparison, running.</summary>
/// <param name="Service">Without its request log.</param>
/// <param name="LoggingService">As it is by default.</param>
internal sealed record ServersUnderTest(ServerProcess Bare, ServerProcess Ideal, ServerProcess Engine, RunningService Service, RunningService LoggingService)
    : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        foreach (var server in new[] { Bare, Ideal, Engine, Service.Server, LoggingService.Server })
            await server.DisposeAsync();
    }
}

/// <param name="Key">For the measured requests.</param>
internal sealed record RunningService(ServerProcess Server, string Key);
