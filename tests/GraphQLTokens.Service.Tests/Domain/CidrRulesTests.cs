using System.Net;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Tests.Domain;

public sealed class CidrRulesTests
{
    [Theory]
    [InlineData("", "", "1.2.3.4", "Allowed")]
    [InlineData("", "", null, "Allowed")]
    [InlineData("10.0.0.0/8", "", "10.1.1.1", "Allowed")]
    [InlineData("10.0.0.0/8 192.0.2.0/24", "", "192.0.2.1", "Allowed")]
    [InlineData("10.0.0.0/8", "", "11.1.1.1", "NotAllowed")]
    [InlineData("10.0.0.0/8", "", null, "Unknown")]
    [InlineData("", "10.0.0.0/8", null, "Unknown")]
    [InlineData("", "10.0.0.0/8", "10.1.1.1", "NotAllowed")]
    [InlineData("", "10.0.0.0/8", "11.1.1.1", "Allowed")]
    [InlineData("10.0.0.0/8", "10.1.0.0/16", "10.1.1.1", "NotAllowed")]
    [InlineData("10.0.0.0/8", "10.1.0.0/16", "10.2.1.1", "Allowed")]
    [InlineData("10.1.0.0/16", "10.0.0.0/8", "10.1.1.1", "NotAllowed")]
    public void Lets_in_what_is_allowed_and_not_denied(string allowed, string denied, string? address, string expected) =>
        Assert.Equal(expected, new CidrRules(allowed, denied).Judge(address is null ? null : IPAddress.Parse(address)).ToString());

    [Theory]
    [InlineData("", "", "", "", true)]
    [InlineData("10.0.0.0/8", "", "", "", true)]
    [InlineData("", "", "10.0.0.0/8", "", false)]
    [InlineData("10.1.0.0/16", "", "10.0.0.0/8", "", true)]
    [InlineData("10.1.0.0/16 11.0.0.0/8", "", "10.0.0.0/8", "", false)]
    [InlineData("10.1.0.0/16 11.0.0.0/8", "", "11.0.0.0/8 10.0.0.0/8", "", true)]
    [InlineData("10.0.0.0/7", "", "10.0.0.0/8 11.0.0.0/8", "", false)]
    [InlineData("", "", "", "10.0.0.0/8", false)]
    [InlineData("", "10.0.0.0/8", "", "10.0.0.0/8", true)]
    [InlineData("", "10.0.0.0/7", "", "10.0.0.0/8", true)]
    [InlineData("", "10.1.0.0/16", "", "10.0.0.0/8", false)]
    [InlineData("11.0.0.0/8", "", "", "10.0.0.0/8", true)]
    [InlineData("10.1.0.0/16", "", "", "10.0.0.0/8", false)]
    [InlineData("10.1.0.0/16", "10.1.0.0/16", "", "10.0.0.0/8", true)]
    [InlineData("10.0.0.0/8", "10.1.0.0/16", "10.0.0.0/8", "10.1.0.0/16", true)]
    [InlineData("10.0.0.0/8", "10.2.0.0/16", "10.0.0.0/8", "10.1.0.0/16", false)]
    [InlineData("10.0.0.0/8 11.0.0.0/8", "10.0.0.0/8", "", "10.1.0.0/16", true)]
    public void Knows_what_is_no_wider(string allowed, string denied, string ceilingAllowed, string ceilingDenied, bool narrower) =>
        Assert.Equal(narrower, new CidrRules(allowed, denied).IsNarrowerOrEqual(new CidrRules(ceilingAllowed, ceilingDenied)));

    [Fact]
    public void What_it_calls_narrower_lets_in_nothing_more()
    {
        var random = new Random(11);
        var narrower = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var (rules, ceiling) = (Draw(random), Draw(random));
            if (!rules.IsNarrowerOrEqual(ceiling))
                continue;
            narrower++;
            for (var last = 0; last < 16; last++)
            {
                var address = new IPAddress([10, 0, 0, (byte)last]);
                if (rules.Judge(address) is AddressJudgement.Allowed)
                    Assert.Equal(AddressJudgement.Allowed, ceiling.Judge(address));
            }
        }
        Assert.InRange(narrower, 500, 19_000);
    }

    private static CidrRules Draw(Random random) => new(DrawBlocks(random), DrawBlocks(random));

    private static List<CidrBlock> DrawBlocks(Random random) => [.. Enumerable.Range(0, random.Next(3)).Select(_ =>
    {
        var length = random.Next(28, 33);
        return CidrBlock.Parse($"10.0.0.{random.Next(16) >> (32 - length) << (32 - length)}/{length}");
    })];
}
