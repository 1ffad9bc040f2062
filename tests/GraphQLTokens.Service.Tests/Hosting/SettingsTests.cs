using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Tests.Hosting;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("Service:PublicUrl", "tokens.example.com")]
    [InlineData("Service:PublicUrl", "ftp://tokens.example.com")]
    [InlineData("Service:PublicUrl", "https://user@tokens.example.com")]
    [InlineData("Service:PublicUrl", "https://tokens.example.com/?a=b")]
    [InlineData("Service:PublicUrl", "https://tokens.example.com/#top")]
    [InlineData("Service:DrainDelay", "00:06:00")]
    [InlineData("Service:ShutdownTimeout", "00:00:00")]
    [InlineData("Proxies:Trusted:0", "10.0.0.1/8")]
    [InlineData("Proxies:Trusted:0", "10.0.0.0/33")]
    [InlineData("Proxies:Trusted:0", "::ffff:10.0.0.0/95")]
    [InlineData("Proxies:Trusted:0", "10.0.0.0/")]
    [InlineData("Proxies:Trusted:0", "10.0.0.0/8/8")]
    [InlineData("Proxies:Trusted:0", "10.0.0.1:80")]
    [InlineData("Proxies:Trusted:0", "010.0.0.0/8")]
    [InlineData("Proxies:Trusted:0", "proxy.internal")]
    [InlineData("Proxies:HopLimit", "0")]
    [InlineData("Proxies:HopLimit", "17")]
    [InlineData("Proxies:Header", "X-Real-IP")]
    [InlineData("Limits:MaxRequestBodyBytes", "1023")]
    [InlineData("Limits:MaxRequestHeadersBytes", "1")]
    [InlineData("Limits:MaxRequestLineBytes", "1")]
    [InlineData("Limits:RequestHeadersTimeout", "00:00:00")]
    [InlineData("Limits:KeepAliveTimeout", "02:00:00")]
    [InlineData("Limits:MaxConnections", "0")]
    [InlineData("Playground:Title", "")]
    public async Task Refuses_to_start_and_names_the_key(string key, string value)
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => HostingApp.StartAsync(new() { [key] = value }));
        Assert.Contains(key, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Proxies:HopLimit", "many")]
    [InlineData("Playground:Enabled", "perhaps")]
    [InlineData("Limits:KeepAliveTimeout", "soon")]
    [InlineData("Proxies:Trustd", "10.0.0.0/8")]
    [InlineData("Service:PublicURI", "https://tokens.example.com")]
    public async Task Refuses_values_of_another_kind_and_keys_that_nobody_reads(string key, string value)
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => HostingApp.StartAsync(new() { [key] = value }));
        Assert.Contains(key.Split(':')[1], failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.0.0.0/8", "10.0.0.0/8")]
    [InlineData("10.0.0.1", "10.0.0.1/32")]
    [InlineData("2001:db8::1", "2001:db8::1/128")]
    [InlineData("::ffff:10.0.0.0/104", "10.0.0.0/8")]
    [InlineData("::ffff:10.0.0.1", "10.0.0.1/32")]
    public void Reads_blocks_and_bare_addresses(string text, string expected)
    {
        Assert.True(Service.Hosting.ProxySettings.TryParseBlock(text, out var block));
        Assert.Equal(expected, block.ToString());
    }
}
