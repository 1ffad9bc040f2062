using GraphQLTokens.Service.Hosting;

namespace GraphQLTokens.Service.Tests.Hosting;

public sealed class ForwardedHeaderTests
{
    public static TheoryData<string, string?[]> Good => new()
    {
        { "for=192.0.2.43", ["192.0.2.43"] },
        { "For=\"[2001:db8:cafe::17]:4711\"", ["[2001:db8:cafe::17]:4711"] },
        { "for=192.0.2.60;proto=http;by=203.0.113.43", ["192.0.2.60"] },
        { "for=192.0.2.43, for=198.51.100.17", ["192.0.2.43", "198.51.100.17"] },
        { "proto=https;by=10.0.0.1, for=_hidden", [null, "_hidden"] },
        { "for=\"a\\\"b, c\" , for=1.2.3.4 ", ["a\"b, c", "1.2.3.4"] },
        { ", for=1.2.3.4,,", ["1.2.3.4"] },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void Reads_the_for_values_from_left_to_right(string line, string?[] expected) => Assert.Equal(expected, ForwardedHeader.ReadFor(line));

    [Theory]
    [InlineData("for=\"1.2.3.4, for=5.6.7.8")]
    [InlineData("for=\", for=\"[2001:db8::1]\"")]
    [InlineData("for=\"1.2.3.4\\")]
    [InlineData("for=[2001:db8::1]")]
    [InlineData("for=1.2.3.4;for=5.6.7.8")]
    [InlineData("for = 1.2.3.4")]
    [InlineData("for")]
    [InlineData("for=")]
    [InlineData("for=1.2.3.4;")]
    [InlineData("for=1.2.3.4 for=5.6.7.8")]
    public void A_line_that_breaks_the_grammar_has_no_values(string line) => Assert.Empty(ForwardedHeader.ReadFor(line));
}
