using System.Net;
using GraphQLTokens.Service.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Tests.Hosting;

public sealed class ClientAddressWalkTests
{
    [Theory]
    [InlineData("203.0.113.9", "1.1.1.1", "203.0.113.9")] // not from a proxy: its word counts nothing
    [InlineData("10.0.0.5", null, "10.0.0.5")]
    [InlineData("10.0.0.5", "198.51.100.7", "198.51.100.7")]
    [InlineData("10.0.0.5", "1.1.1.1, 198.51.100.7", "198.51.100.7")] // the left part is the client's own
    [InlineData("::ffff:10.0.0.5", "198.51.100.7", "198.51.100.7")] // a dual-stack listener
    [InlineData("10.0.0.5", "::ffff:198.51.100.7", "198.51.100.7")]
    [InlineData("10.0.0.5", "198.51.100.7:4711", "198.51.100.7")]
    [InlineData("10.0.0.5", "[2001:db8::7]:4711", "2001:db8::7")]
    [InlineData("10.0.0.5", "198.51.100.7, ,", "198.51.100.7")] // empty list elements do not count
    [InlineData("10.0.0.5", "1.1.1.1, 10.0.0.6", "10.0.0.6")] // one hop: a client inside the trusted block cannot reach further
    [InlineData("2001:db8:ffff::1", "198.51.100.7", "198.51.100.7")]
    public void Walks_one_hop_by_default(string connection, string? header, string expected) =>
        Assert.Equal(expected, Find(new ProxySettings { Trusted = { "10.0.0.0/24", "2001:db8:ffff::/48" } }, connection, header));

    [Theory]
    [InlineData("9.9.9.9, 198.51.100.7, 10.0.0.6", "198.51.100.7")]
    [InlineData("9.9.9.9, 10.0.0.8, 10.0.0.7, 10.0.0.6", "10.0.0.8")] // three hops and no further
    public void Walks_as_far_as_the_hop_limit_and_trust_reach(string header, string expected) =>
        Assert.Equal(expected, Find(new ProxySettings { Trusted = { "10.0.0.0/24" }, HopLimit = 3 }, "10.0.0.5", header));

    [Theory]
    [InlineData("X-Forwarded-For", "1.1.1.1, nonsense")]
    [InlineData("X-Forwarded-For", "1.1.1.1, unknown")]
    [InlineData("X-Forwarded-For", "1.1.1.1, 127.1")]
    [InlineData("X-Forwarded-For", "")]
    [InlineData("X-Forwarded-For", "9.9.9.9, nonsense, 10.0.0.6")]
    [InlineData("Forwarded", "for=\"evil, for=198.51.100.7")] // an open quote of the client swallows what the proxy wrote
    [InlineData("Forwarded", "for=9.9.9.9, proto=https")] // the proxy told no address
    [InlineData("Forwarded", "for=9.9.9.9, for=_hidden")] // RFC 7239 section 6.3
    public void A_client_behind_a_proxy_that_names_no_address_is_unknown_and_not_the_proxy(string name, string header)
    {
        var walk = Walk(new ProxySettings { Trusted = { "10.0.0.0/24" }, HopLimit = 3, Header = name });
        Assert.Null(walk.Find(IPAddress.Parse("10.0.0.5"), new HeaderDictionary { [name] = header }));
    }

    [Fact]
    public void Trusts_nobody_by_default() => Assert.Equal("127.0.0.1", Find(new ProxySettings(), "127.0.0.1", "198.51.100.7"));

    [Fact]
    public void Reads_several_header_lines_as_one_list()
    {
        var headers = new HeaderDictionary { ["X-Forwarded-For"] = new(["9.9.9.9, 198.51.100.7", "10.0.0.6"]) };
        Assert.Equal("198.51.100.7", Walk(new ProxySettings { Trusted = { "10.0.0.0/24" }, HopLimit = 5 }).Find(IPAddress.Parse("10.0.0.5"), headers)!.ToString());
    }

    [Fact]
    public void Reads_only_the_configured_header()
    {
        var headers = new HeaderDictionary { ["X-Forwarded-For"] = "198.51.100.7", ["Forwarded"] = "for=9.9.9.9" };
        var connection = IPAddress.Parse("10.0.0.5");
        Assert.Equal("198.51.100.7", Walk(new ProxySettings { Trusted = { "10.0.0.5" } }).Find(connection, headers)!.ToString());
        Assert.Equal("9.9.9.9", Walk(new ProxySettings { Trusted = { "10.0.0.5" }, Header = "Forwarded" }).Find(connection, headers)!.ToString());
    }

    [Theory]
    [InlineData("for=9.9.9.9, for=198.51.100.7;proto=https", "198.51.100.7")]
    public void Walks_the_standard_header_too(string header, string expected)
    {
        var headers = new HeaderDictionary { ["Forwarded"] = header };
        Assert.Equal(expected, Walk(new ProxySettings { Trusted = { "10.0.0.5" }, Header = "Forwarded" }).Find(IPAddress.Parse("10.0.0.5"), headers)!.ToString());
    }

    [Fact]
    public void A_connection_without_an_address_has_no_client_address() =>
        Assert.Null(Walk(new ProxySettings { Trusted = { "0.0.0.0/0" } }).Find(null, new HeaderDictionary { ["X-Forwarded-For"] = "1.1.1.1" }));

    private static string Find(ProxySettings settings, string connection, string? header)
    {
        var headers = new HeaderDictionary();
        if (header is not null)
            headers["X-Forwarded-For"] = header;
        return Walk(settings).Find(IPAddress.Parse(connection), headers)!.ToString();
    }

    private static ClientAddressWalk Walk(ProxySettings settings) => new(Options.Create(settings));
}
