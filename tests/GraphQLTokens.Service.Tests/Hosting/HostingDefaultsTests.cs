using GraphQLTokens.Service.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace GraphQLTokens.Service.Tests.Hosting;

public sealed class HostingDefaultsTests
{
    [Fact]
    public void Listens_on_loopback_when_nothing_is_said() => Assert.Equal("http://127.0.0.1:8080", Configured("urls"));

    [Theory]
    [InlineData("urls", "http://127.0.0.1:9000", "http://127.0.0.1:9000")]
    [InlineData("http_ports", "9000", null)]
    [InlineData("https_ports", "9000", null)]
    [InlineData("Kestrel:Endpoints:Main:Url", "http://127.0.0.1:9000", null)]
    public void Says_nothing_where_an_address_is_named(string key, string value, string? expected) =>
        Assert.Equal(expected, Configured("urls", (key, value)));

    [Theory]
    [InlineData("Production", "json")]
    [InlineData("Development", "simple")]
    public void Logs_for_machines_in_production(string environment, string format)
    {
        var configuration = new ConfigurationManager();
        HostingDefaults.LayBelow(configuration, new HostingEnvironment { EnvironmentName = environment });
        Assert.Equal(format, configuration["Logging:Console:FormatterName"]);
    }

    [Fact]
    public void Any_other_source_overrides_a_default() =>
        Assert.Equal("Debug", Configured("Logging:LogLevel:Microsoft.AspNetCore", ("Logging:LogLevel:Microsoft.AspNetCore", "Debug")));

    private static string? Configured(string key, params (string Key, string Value)[] given)
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(given.ToDictionary(pair => pair.Key, pair => (string?)pair.Value));
        HostingDefaults.LayBelow(configuration, new HostingEnvironment { EnvironmentName = "Production" });
        return configuration[key];
    }
}
