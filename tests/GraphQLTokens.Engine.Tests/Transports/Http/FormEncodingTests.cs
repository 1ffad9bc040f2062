using System.Text;
using GraphQLTokens.Engine.Transports.Http;

namespace GraphQLTokens.Engine.Tests.Transports.Http;

public sealed class FormEncodingTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("a+b", "a b")]
    [InlineData("a%2Bb%2bc", "a+b+c")]
    [InlineData("%7B%22a%22%3A1%7D", "{\"a\":1}")]
    [InlineData("%F0%9F%8F%83", "🏃")]
    [InlineData("🏃", "🏃")]
    [InlineData("100%", "100%")]
    [InlineData("%4", "%4")]
    [InlineData("%zz%4g", "%zz%4g")]
    [InlineData("%%41", "%A")]
    [InlineData("%41", "A")]
    public void Decodes(string encoded, string expected)
    {
        Assert.True(FormEncoding.TryDecode(encoded, out var utf8));
        Assert.Equal(expected, Encoding.UTF8.GetString(utf8.Span));
    }

    [Theory]
    [InlineData("%ff")]
    [InlineData("%c3")]
    [InlineData("%c0%80")]
    [InlineData("%ed%a0%80")]
    public void Refuses_bytes_that_are_no_text(string encoded)
    {
        Assert.False(FormEncoding.TryDecode(encoded, out _));
    }
}
