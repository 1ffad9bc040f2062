namespace GraphQLTokens.Bench.Comparison;

/// <summary>Every server of a comparison, running.</summary>
/// <param name="Service">Without its request log.</param>
/// <param name="LoggingService">As it is by default.</param>
/// <param name="ForgetfulService">With so few keys in memory that each of its tokens is seen for the first time.</param>
internal sealed record ServersUnderTest(ServerProcess Bare, ServerProcess Ideal, ServerProcess Engine, RunningService Service, RunningService LoggingService, RunningService ForgetfulService)
    : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        foreach (var server in new[] { Bare, Ideal, Engine, Service.Server, LoggingService.Server, ForgetfulService.Server })
            await server.DisposeAsync();
    }
}

/// <param name="Key">For the measured requests.</param>
/// <param name="AccessToken">Of that key.</param>
/// <param name="Values">Of the other tokens that it holds.</param>
internal sealed record RunningService(ServerProcess Server, string Key, string AccessToken, IReadOnlyList<string> Values);
