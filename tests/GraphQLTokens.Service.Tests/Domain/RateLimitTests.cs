using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Tests.Domain;

public sealed class RateLimitTests
{
    [Theory]
    [InlineData(10, 60, 10, 60, true)]
    [InlineData(9, 60, 10, 60, true)]
    [InlineData(10, 61, 10, 60, true)]
    [InlineData(11, 60, 10, 60, false)]
    // As many in the long run, but more at once.
    [InlineData(20, 120, 10, 60, false)]
    // Fewer at once, but more in the long run.
    [InlineData(5, 20, 10, 60, false)]
    [InlineData(1_000_000, 1, 999_999, 2_678_400, false)]
    public void Is_narrower_when_it_lets_through_no_more_at_once_and_in_the_long_run(int limit, int window, int ceiling, int ceilingWindow, bool narrower) =>
        Assert.Equal(narrower, RateLimit.IsNarrowerOrEqual(Of(limit, window), Of(ceiling, ceilingWindow)));

    [Fact]
    public void No_limit_is_wider_than_any()
    {
        Assert.True(RateLimit.IsNarrowerOrEqual(null, null));
        Assert.True(RateLimit.IsNarrowerOrEqual(Of(1, 1), null));
        Assert.False(RateLimit.IsNarrowerOrEqual(null, Of(1_000_000, 1)));
    }

    private static RateLimit Of(int limit, int seconds) => new(limit, TimeSpan.FromSeconds(seconds));
}
