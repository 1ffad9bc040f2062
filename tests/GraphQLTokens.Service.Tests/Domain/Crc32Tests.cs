using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Tests.Domain;

public sealed class Crc32Tests
{
    [Theory]
    [InlineData("", 0u)]
    [InlineData("123456789", 0xCBF43926u)] // the check value that every catalogue of CRCs gives
    [InlineData("The quick brown fox jumps over the lazy dog", 0x414FA339u)]
    public void Answers_as_zlib_does(string text, uint expected) => Assert.Equal(expected, Crc32.OfAscii(text));
}
