using System.Net;
using GraphQLTokens.Service.Tests.Persistence;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>The deployment's own limit: for tokens that have none, and for no others.</summary>
public sealed class DefaultRateLimitTests : IAsyncLifetime
{
    private const string Viewer = "{ viewer { address } }";

    private readonly TestClock clock = new();
    private ServiceApplication service = null!;

    public async Task InitializeAsync() => service = await ServiceApplication.StartAsync(
        new() { ["RateLimits:DefaultLimit"] = "2", ["RateLimits:DefaultWindow"] = "00:00:10" }, clock);

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task A_token_without_a_limit_has_the_default_and_its_window()
    {
        var (_, caller) = await service.Root.CreateTokenAsync("plain");

        Assert.Equal("\"token\";q=2;w=10", (await caller.AskAsync(Viewer)).Header("RateLimit-Policy"));
        _ = (await caller.AskAsync(Viewer)).Data;
        var refused = await caller.AskAsync(Viewer);

        DoorTests.AssertProblem(refused, HttpStatusCode.TooManyRequests, "RATE_LIMIT_EXCEEDED");
        Assert.Equal("5", refused.Header("Retry-After"));
        clock.Advance(TimeSpan.FromSeconds(5));
        _ = (await caller.AskAsync(Viewer)).Data;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_token_with_a_limit_has_that_alone_be_it_narrower_or_wider(int limit)
    {
        var (_, caller) = await service.Root.CreateTokenAsync(new { name = "own", rateLimit = new { limit, window = "PT1M" } });

        for (var i = 0; i < limit; i++)
            Assert.Equal($"\"token\";q={limit};w=60", (await caller.AskAsync(Viewer)).Header("RateLimit-Policy"));

        Assert.Equal(HttpStatusCode.TooManyRequests, (await caller.AskAsync(Viewer)).Status);
    }
}
