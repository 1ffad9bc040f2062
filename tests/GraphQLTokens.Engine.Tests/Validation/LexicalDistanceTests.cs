using GraphQLTokens.Engine.Validation;

namespace GraphQLTokens.Engine.Tests.Validation;

public sealed class LexicalDistanceTests
{
    [Theory]
    [InlineData("token", "token", 0)]
    [InlineData("token", "TOKEN", 1)]
    [InlineData("token", "tokens", 1)]
    [InlineData("token", "oken", 1)]
    [InlineData("token", "taken", 1)]
    [InlineData("ab", "ba", 1)]
    [InlineData("token", "toekn", 1)]
    [InlineData("token", "tkoens", 2)]
    [InlineData("", "ab", 2)]
    [InlineData("abc", "xyz", 3)]
    public void Counts_the_changes_from_one_word_to_another(string input, string option, int distance)
    {
        Assert.Equal(distance, new LexicalDistance(input).To(option, 3));
        Assert.Equal(distance, new LexicalDistance(input).To(option, distance));
        if (distance > 1)
            Assert.Null(new LexicalDistance(input).To(option, distance - 1));
    }

    [Fact]
    public void A_word_is_compared_with_any_number_of_others()
    {
        var distance = new LexicalDistance("name");

        Assert.Equal([1, null, 2, 1], ((string[])["nmae", "description", "game1", "names"]).Select(option => distance.To(option, 2)));
    }

    [Theory]
    [InlineData(100, 1)]
    [InlineData(101, 0)]
    public void Nothing_is_looked_for_that_is_longer_than_any_name(int length, int found) =>
        Assert.Equal(found, Suggestions.Similar(new string('a', length), [new string('a', length)]).Count);
}
