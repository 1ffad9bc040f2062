using System.Text;
using GraphQLTokens.Engine.Transports.WebSockets;

namespace GraphQLTokens.Engine.Tests.Transports.WebSockets;

public sealed class SocketClosureTests
{
    [Theory]
    [InlineData("short", 5)]
    [InlineData("a", 123)]
    [InlineData("é", 122)]
    [InlineData("€", 123)]
    [InlineData("😀", 120)]
    public void Cuts_the_reason_between_characters(string text, int bytes)
    {
        var reason = text == "short" ? text : string.Concat(Enumerable.Repeat(text, 200));
        var closure = CloseCodes.Invalid(reason);
        Assert.Equal(bytes, Encoding.UTF8.GetByteCount(closure.Reason));
        Assert.StartsWith(closure.Reason, reason, StringComparison.Ordinal);
    }
}
