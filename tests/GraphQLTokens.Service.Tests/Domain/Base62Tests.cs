using System.Numerics;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Tests.Domain;

public sealed class Base62Tests
{
    [Theory]
    [InlineData("00000000", "000000")]
    [InlineData("0000003d", "00000z")]
    [InlineData("0000003e", "000010")]
    [InlineData("ffffffff", "4gfFC3")]
    public void Writes_known_numbers_at_fixed_length(string hex, string text)
    {
        Span<char> written = stackalloc char[6];
        Base62.Encode(Convert.FromHexString(hex), written);
        Assert.Equal(text, written.ToString());
    }

    [Fact]
    public void Reads_what_it_wrote_for_random_numbers()
    {
        var random = new Random(62);
        for (var round = 0; round < 1000; round++)
        {
            var number = new byte[32];
            random.NextBytes(number);
            var text = new char[43];
            Base62.Encode(number, text);
            var read = new byte[32];
            Assert.True(Base62.TryDecode(text, read));
            Assert.Equal(number, read);
            Assert.Equal(new BigInteger(number, isUnsigned: true, isBigEndian: true), ByHand(text));
        }
    }

    [Theory]
    [InlineData("4gfFC4")]
    [InlineData("zzzzzz")]
    [InlineData("00000-")]
    [InlineData("00000é")]
    public void Refuses_what_does_not_fit_or_is_no_digit(string text) => Assert.False(Base62.TryDecode(text, new byte[4]));

    private static BigInteger ByHand(char[] text) => text.Aggregate(
        BigInteger.Zero,
        (sum, digit) => (sum * 62) + "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".IndexOf(digit, StringComparison.Ordinal));
}
