using System.Net;
using GraphQLTokens.Service.Hosting;

namespace GraphQLTokens.Service.Tests.Hosting;

public sealed class ForwardedAddressTests
{
    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("192.0.2.1:443", "192.0.2.1")]
    [InlineData("2001:db8::1", "2001:db8::1")]
    [InlineData("[2001:db8::1]", "2001:db8::1")]
    [InlineData("[2001:DB8:0::1]:65535", "2001:db8::1")]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1")]
    [InlineData("[::ffff:192.0.2.1]:80", "192.0.2.1")]
    public void Reads_what_proxies_write(string text, string expected)
    {
        Assert.True(ForwardedAddress.TryParse(text, out var address));
        Assert.Equal(IPAddress.Parse(expected), address);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 192.0.2.1")]
    [InlineData("1")]
    [InlineData("0x7f.1")]
    [InlineData("127.1")]
    [InlineData("010.0.0.1")]
    [InlineData("192.0.2.256")]
    [InlineData("192.0.2.1:")]
    [InlineData("192.0.2.1:port")]
    [InlineData("192.0.2.1:123456")]
    [InlineData("[192.0.2.1]")]
    [InlineData("[192.0.2.1]:80")]
    [InlineData("[2001:db8::1")]
    [InlineData("[2001:db8::1]80")]
    [InlineData("2001:db8::1]:80")]
    [InlineData("[[2001:db8::1]]")]
    [InlineData("fe80::1%eth0")]
    [InlineData("unknown")]
    [InlineData("_hidden")]
    [InlineData("localhost")]
    public void Refuses_what_two_readers_could_read_differently(string text) => Assert.False(ForwardedAddress.TryParse(text, out _));

    [Theory]
    [InlineData("::ffff:10.0.0.1", "10.0.0.1")]
    [InlineData("fe80::1%3", "fe80::1")]
    [InlineData("10.0.0.1", "10.0.0.1")]
    public void Normalises_mapped_and_scoped_addresses(string text, string expected) =>
        Assert.Equal(IPAddress.Parse(expected), ForwardedAddress.Normalise(IPAddress.Parse(text)));
}
