using System.Text;
using GraphQLTokens.Engine.Transports.Http;

namespace GraphQLTokens.Engine.Tests.Transports.Http;

public sealed class UnicodeEscapesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("""{"a":"plain"}""")]
    [InlineData("""["\u00e9\n\u0000"]""")]
    [InlineData("""["\ud83d\ude00"]""")]
    [InlineData("""["\uD83D\uDE00\ud83d\ude00"]""")]
    [InlineData("""["\\ud83d"]""")]
    [InlineData("""["\\\\ud83d", "\u0041"]""")]
    [InlineData("""["\ue000\ud7ff"]""")]
    [InlineData("""["\u12", "\""")]
    public void Admits_whole_characters(string json)
    {
        Assert.True(UnicodeEscapes.ArePaired(Encoding.UTF8.GetBytes(json)));
    }

    [Theory]
    [InlineData("""["\ud83d"]""")]
    [InlineData("""["\ude00"]""")]
    [InlineData("""["\ud83d\ud83d"]""")]
    [InlineData("""["\ude00\ud83d"]""")]
    [InlineData("""["\ud83dx\ude00"]""")]
    [InlineData("""["\ud83d\n"]""")]
    [InlineData("""["\\\ud83d"]""")]
    [InlineData("""["\u0041\uD83D"]""")]
    [InlineData("""["\ud83d\""")]
    public void Refuses_half_a_pair(string json)
    {
        Assert.False(UnicodeEscapes.ArePaired(Encoding.UTF8.GetBytes(json)));
    }
}
