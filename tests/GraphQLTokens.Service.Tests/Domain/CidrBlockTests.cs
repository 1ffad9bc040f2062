using System.Net;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Tests.Domain;

public sealed class CidrBlockTests
{
    [Theory]
    [InlineData("10.0.0.0/8", "10.0.0.0/8")]
    [InlineData("8.8.8.8", "8.8.8.8/32")]
    [InlineData("0.0.0.0/0", "0.0.0.0/0")]
    [InlineData("::/0", "::/0")]
    [InlineData("::1", "::1/128")]
    [InlineData("2001:DB8:0:0:0:0:0:0/32", "2001:db8::/32")]
    [InlineData("2001:0db8::0001", "2001:db8::1/128")]
    [InlineData("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1/128")]
    [InlineData("2001:0:0:1:0:0:0:1", "2001:0:0:1::1/128")]
    [InlineData("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1/128")]
    [InlineData("fe80::/10", "fe80::/10")]
    [InlineData("::ffff:10.0.0.0/104", "10.0.0.0/8")]
    [InlineData("::ffff:8.8.8.8", "8.8.8.8/32")]
    [InlineData("::ffff:0808:0808/128", "8.8.8.8/32")]
    [InlineData("::ffff:0:0/96", "0.0.0.0/0")]
    [InlineData("64:ff9b::192.0.2.33", "64:ff9b::c000:221/128")]
    [InlineData("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0/128")]
    public void Reads_blocks_into_canonical_text(string text, string canonical)
    {
        Assert.True(CidrBlock.TryParse(text, out var block, out var fault), fault);
        Assert.Equal(canonical, block.ToString());
        Assert.Equal(block, CidrBlock.Parse(canonical));
    }

    [Theory]
    [InlineData("10.0.0.1/8", "10.0.0.0/8")]
    [InlineData("192.168.1.255/31", "192.168.1.254/31")]
    [InlineData("1.2.3.4/0", "0.0.0.0/0")]
    [InlineData("2001:db8::1/32", "2001:db8::/32")]
    [InlineData("::1/0", "::/0")]
    [InlineData("::ffff:10.0.0.1/104", "10.0.0.0/8")]
    [InlineData("::ffff:10.0.0.0/64", "::/64")]
    public void Refuses_host_bits_and_names_the_block_that_was_meant(string text, string meant)
    {
        Assert.False(CidrBlock.TryParse(text, out _, out var fault));
        Assert.Equal($"has host bits set; did you mean {meant}?", fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("/8")]
    [InlineData("10.0.0.0/")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0.0/+8")]
    [InlineData("10.0.0.0/08")]
    [InlineData("10.0.0.0/8/8")]
    [InlineData("10.0.0.0/255.0.0.0")]
    [InlineData("10.0.0.0/ 8")]
    [InlineData(" 10.0.0.0/8")]
    [InlineData("10.0.0.0/8 ")]
    [InlineData("10.0.0.0/8\n")]
    [InlineData("010.0.0.1")]
    [InlineData("10.0.0.00")]
    [InlineData("10.0.0")]
    [InlineData("10")]
    [InlineData("167772160")]
    [InlineData("0x0a000000")]
    [InlineData("10.0.0.0.0")]
    [InlineData("10.0.0.256")]
    [InlineData("10..0.1")]
    [InlineData("10.0.0.1:80")]
    [InlineData("１0.0.0.1")]
    [InlineData("example.com")]
    [InlineData("::/129")]
    [InlineData("::/1280")]
    [InlineData(":")]
    [InlineData(":::")]
    [InlineData("1::2::3")]
    [InlineData("12345::")]
    [InlineData("g::")]
    [InlineData("1:2:3:4:5:6:7")]
    [InlineData("1:2:3:4:5:6:7:8:9")]
    [InlineData("[::1]")]
    [InlineData("[::1]:80")]
    [InlineData("fe80::1%eth0")]
    [InlineData("fe80::1%1/64")]
    [InlineData("::ffff:010.0.0.1")]
    [InlineData("::ffff:10.0.1")]
    [InlineData("::10.0.0.1.2")]
    public void Refuses_what_is_no_block(string text) => Assert.False(CidrBlock.TryParse(text, out _, out _), text);

    [Theory]
    [InlineData("10.0.0.0/8", "10.255.255.255", true)]
    [InlineData("10.0.0.0/8", "11.0.0.0", false)]
    [InlineData("10.0.0.0/8", "::ffff:10.1.2.3", true)]
    [InlineData("8.8.8.8/32", "8.8.8.8", true)]
    [InlineData("8.8.8.8/32", "8.8.8.9", false)]
    [InlineData("0.0.0.0/0", "255.255.255.255", true)]
    [InlineData("0.0.0.0/0", "::1", false)]
    [InlineData("::/0", "1.2.3.4", false)]
    [InlineData("::/0", "::ffff:1.2.3.4", false)]
    [InlineData("::/0", "ffff::", true)]
    [InlineData("2001:db8::/32", "2001:db8:ffff::1", true)]
    [InlineData("2001:db8::/32", "2001:db9::", false)]
    [InlineData("::1/128", "::1", true)]
    [InlineData("fe80::/10", "fe80::1%3", true)]
    public void Holds_the_addresses_behind_its_prefix(string block, string address, bool holds) =>
        Assert.Equal(holds, CidrBlock.Parse(block).Contains(IPAddress.Parse(address)));

    [Theory]
    [InlineData("10.1.0.0/16", "10.0.0.0/8", true)]
    [InlineData("10.0.0.0/8", "10.0.0.0/8", true)]
    [InlineData("10.0.0.0/7", "10.0.0.0/8", false)]
    [InlineData("11.0.0.0/16", "10.0.0.0/8", false)]
    [InlineData("10.0.0.0/8", "0.0.0.0/0", true)]
    [InlineData("10.0.0.0/8", "::/0", false)]
    [InlineData("2001:db8::/48", "2001:db8::/32", true)]
    public void Knows_which_blocks_lie_within_it(string inner, string outer, bool within) =>
        Assert.Equal(within, CidrBlock.Parse(inner).IsWithin(CidrBlock.Parse(outer)));
}
