using GraphQLTokens.Service.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Tests.Hosting;

public sealed class PublicUrlTests
{
    [Theory]
    [InlineData("https://tokens.example.com", "https://tokens.example.com")]
    [InlineData("https://tokens.example.com/", "https://tokens.example.com")]
    [InlineData("https://Example.com:8443/tokens/", "https://example.com:8443/tokens")]
    public void The_setting_wins_over_the_listener(string setting, string expected) =>
        Assert.Equal(expected, With(setting, "http://127.0.0.1:8080").Base);

    [Theory]
    [InlineData("http://127.0.0.1:8080")]
    [InlineData("http://localhost:8080")]
    [InlineData("http://[::1]:8080")]
    public void Unset_it_is_the_listener_on_loopback(string listener) => Assert.Equal(listener, With(null, listener).Base);

    [Theory]
    [InlineData("http://0.0.0.0:8080")]
    [InlineData("http://[::]:8080")]
    [InlineData("http://+:8080")]
    [InlineData("http://*:8080")]
    [InlineData("http://192.0.2.1:8080")]
    [InlineData("http://tokens.example.com:8080")]
    [InlineData("http://unix:/run/tokens.sock")]
    public void Unset_and_reachable_from_elsewhere_it_is_unknown(string listener)
    {
        Assert.Null(With(null, listener).Base);
        Assert.Null(With(null, "http://127.0.0.1:8080", listener).Base);
    }

    [Fact]
    public void Refuses_to_make_a_URL_from_nothing_and_names_the_setting()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => With(null, "http://0.0.0.0:8080").For("/oauth/token"));
        Assert.Contains("Service:PublicUrl", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Joins_a_path() => Assert.Equal("https://example.com/t/oauth/token", With("https://example.com/t/").For("/oauth/token"));

    private static PublicUrl With(string? setting, params string[] listeners) =>
        new(Options.Create(new ServiceSettings { PublicUrl = setting }), new Listening(listeners));

    private sealed class Listening : IServer, IServerAddressesFeature
    {
        public Listening(string[] addresses)
        {
            Addresses = addresses;
            Features.Set<IServerAddressesFeature>(this);
        }

        public ICollection<string> Addresses { get; }

        public bool PreferHostingUrls { get; set; }

        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
