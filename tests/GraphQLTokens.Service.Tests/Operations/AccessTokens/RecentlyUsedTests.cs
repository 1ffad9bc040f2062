using GraphQLTokens.Service.Operations.AccessTokens;

namespace GraphQLTokens.Service.Tests.Operations.AccessTokens;

public sealed class RecentlyUsedTests
{
    private readonly RecentlyUsed<int, string> kept = new(10);

    [Fact]
    public void Remembers_no_more_than_its_bound_and_the_used_ones_longest()
    {
        kept.KeepOrFind(0, "used");
        for (var i = 1; i <= 100; i++)
        {
            kept.KeepOrFind(i, "new");
            Assert.Equal("used", kept.Find(0));
            Assert.InRange(kept.Count, 1, 12);
        }

        Assert.InRange(Enumerable.Range(1, 100).Count(i => kept.Find(i) is not null), 1, 12);
    }

    [Fact]
    public void The_first_of_two_under_one_key_stays_until_it_is_forgotten()
    {
        Assert.Equal("first", kept.KeepOrFind(1, "first"));
        Assert.Equal("first", kept.KeepOrFind(1, "second"));
        kept.Forget(1, "second");
        Assert.Equal("first", kept.Find(1));
        kept.Forget(1, "first");
        Assert.Null(kept.Find(1));
    }
}
