using GraphQLTokens.Service.Access.Idempotency;
using Microsoft.Extensions.Primitives;

namespace GraphQLTokens.Service.Tests.Access.Idempotency;

public sealed class IdempotencyKeyTests
{
    private static readonly string Longest = new('k', 255);

    public static TheoryData<string, string> Keys => new()
    {
        { "8e03978e-40d5-43dd-bc93-6894a57f9324", "8e03978e-40d5-43dd-bc93-6894a57f9324" },
        { "\"8e03978e-40d5-43dd-bc93-6894a57f9324\"", "8e03978e-40d5-43dd-bc93-6894a57f9324" },
        { "a", "a" },
        { "a b, c;d=~!", "a b, c;d=~!" },
        { """ "a \"quoted\" \\ key" """.Trim(), """a "quoted" \ key""" },
        { Longest, Longest },
        { $"\"{Longest}\"", Longest },
    };

    public static TheoryData<string> Nonsense => new()
    {
        "",
        "\"\"",
        "\"",
        "\"open",
        "\"a\"b",
        "\"a\";b=1",
        "\"a\\\"",
        "\"a\\b\"",
        "ä",
        "a\tb",
        "a\u007f",
        Longest + "k",
        $"\"{Longest}k\"",
    };

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_key_is_read_with_quotes_and_without(string header, string expected)
    {
        Assert.True(IdempotencyKey.TryRead(header, out var key));
        Assert.Equal(expected, key);
    }

    [Theory]
    [MemberData(nameof(Nonsense))]
    public void What_is_no_key_is_refused(string header) => Assert.False(IdempotencyKey.TryRead(header, out _));

    [Fact]
    public void Two_headers_are_no_key() => Assert.False(IdempotencyKey.TryRead(new StringValues(["a", "a"]), out _));
}
