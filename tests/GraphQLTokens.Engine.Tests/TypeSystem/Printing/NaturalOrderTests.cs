using GraphQLTokens.Engine.TypeSystem.Printing;

namespace GraphQLTokens.Engine.Tests.TypeSystem.Printing;

public sealed class NaturalOrderTests
{
    [Theory]
    [InlineData("a", "b")]
    [InlineData("B", "a")]
    [InlineData("a", "ab")]
    [InlineData("a2", "a10")]
    [InlineData("a02b", "a2c")]
    [InlineData("a99999999999999999999", "a100000000000000000000")]
    [InlineData("a1", "aa")]
    [InlineData("", "a")]
    public void Puts_one_name_before_another(string first, string second)
    {
        Assert.True(NaturalOrder.Instance.Compare(first, second) < 0);
        Assert.True(NaturalOrder.Instance.Compare(second, first) > 0);
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a10", "a10")]
    public void Takes_equal_names_for_equal(string first, string second) => Assert.Equal(0, NaturalOrder.Instance.Compare(first, second));
}
