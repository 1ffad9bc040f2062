using GraphQLTokens.Engine.Transports.Http;

namespace GraphQLTokens.Engine.Tests.Transports.Http;

public sealed class GraphQLHttpOptionsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Refuses_limits_that_nothing_could_keep(int limit)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new GraphQLHttpOptions { MaxBodyBytes = limit });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GraphQLHttpOptions { MaxQueryStringLength = limit });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GraphQLHttpOptions { MaxVariablesDepth = limit });
    }
}
