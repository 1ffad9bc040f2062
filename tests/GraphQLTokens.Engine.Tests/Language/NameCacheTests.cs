using GraphQLTokens.Engine.Language;

namespace GraphQLTokens.Engine.Tests.Language;

public sealed class NameCacheTests
{
    [Fact]
    public void Hands_out_one_string_for_a_name_that_comes_again() =>
        Assert.Same(NameCache.Get("aNameSeenTwice"), NameCache.Get("aNameSeenTwice".AsSpan()));

    [Fact]
    public void Is_right_where_names_fall_on_one_slot()
    {
        // Alike in length and in every code unit that the slot is chosen by.
        Assert.Equal("a1bcdefg", NameCache.Get("a1bcdefg"));
        Assert.Equal("a1bXdefg", NameCache.Get("a1bXdefg"));
        Assert.Equal("a1bcdefg", NameCache.Get("a1bcdefg"));
        for (var number = 0; number < 10_000; number++)
            Assert.Equal($"n{number}", NameCache.Get($"n{number}"));
    }

    [Fact]
    public void Does_not_keep_long_names()
    {
        var longest = new string('n', 32);
        Assert.Same(NameCache.Get(longest), NameCache.Get(longest.AsSpan()));
        var longer = longest + 'n';
        Assert.NotSame(NameCache.Get(longer), NameCache.Get(longer));
    }
}
