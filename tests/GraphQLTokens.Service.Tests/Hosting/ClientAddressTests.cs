using System.Net;
using GraphQLTokens.Service.Access;
using GraphQLTokens.Service.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Tests.Hosting;

public sealed class ClientAddressTests
{
    [Fact]
    public async Task Leaves_the_address_that_the_proxy_told_where_access_reads_it()
    {
        var context = Request("10.0.0.5", "198.51.100.7");
        await Through(context);
        Assert.Equal("198.51.100.7", context.Features.Get<IClientAddressFeature>()!.Address!.ToString());
    }

    [Fact]
    public async Task Leaves_nothing_where_the_connection_says_it_all()
    {
        var context = Request("203.0.113.9", "198.51.100.7");
        await Through(context);
        Assert.Null(context.Features.Get<IClientAddressFeature>());
    }

    [Fact]
    public async Task Takes_an_IPv4_address_out_of_its_IPv6_clothes()
    {
        var context = Request("::ffff:203.0.113.9", null);
        await Through(context);
        Assert.Equal("203.0.113.9", context.Features.Get<IClientAddressFeature>()!.Address!.ToString());
    }

    private static DefaultHttpContext Request(string connection, string? header)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(connection);
        context.Request.Headers["X-Forwarded-For"] = header;
        return context;
    }

    private static Task Through(HttpContext context) =>
        new ClientAddress(_ => Task.CompletedTask, new ClientAddressWalk(Options.Create(new ProxySettings { Trusted = { "10.0.0.5" } }))).InvokeAsync(context);
}
