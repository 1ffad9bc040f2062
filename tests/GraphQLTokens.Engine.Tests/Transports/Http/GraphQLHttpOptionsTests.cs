using GraphQLTokens.Engine.Tests.Transports.WebSockets;
using GraphQLTokens.Engine.Transports.Http;
using GraphQLTokens.Engine.Transports.Sse;
using GraphQLTokens.Engine.Transports.WebSockets;

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
        Assert.Throws<ArgumentOutOfRangeException>(() => new GraphQLHttpOptions { MaxBatchSize = Math.Min(limit, -1) });

        var admit = SocketHost.AdmitAll.Admit;
        Assert.Throws<ArgumentOutOfRangeException>(() => new GraphQLWebSocketOptions { Admit = admit, MaxMessageBytes = limit });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GraphQLWebSocketOptions { Admit = admit, MaxInitBytes = limit });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GraphQLWebSocketOptions { Admit = admit, MaxHeldBytes = limit });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GraphQLWebSocketOptions { Admit = admit, MaxOperations = limit });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Refuses_times_that_are_none(int seconds)
    {
        var time = TimeSpan.FromSeconds(seconds);
        var admit = SocketHost.AdmitAll.Admit;
        Assert.Throws<ArgumentOutOfRangeException>(() => new GraphQLWebSocketOptions { Admit = admit, InitTimeout = time });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GraphQLWebSocketOptions { Admit = admit, KeepAliveInterval = time });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GraphQLWebSocketOptions { Admit = admit, SendTimeout = time });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GraphQLWebSocketOptions { Admit = admit, CloseTimeout = time });
        Assert.Throws<ArgumentOutOfRangeException>(() => new EventStreamOptions { HeartbeatInterval = time });
        Assert.Throws<ArgumentOutOfRangeException>(() => new EventStreamOptions { SendTimeout = time });
    }
}
