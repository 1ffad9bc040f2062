using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GraphQLTokens.Service.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Tests.Hosting;

public sealed class HealthTests
{
    [Fact]
    public async Task Says_live_and_ready_without_a_key()
    {
        await using var app = await HostingApp.StartAsync();
        Assert.Equal("""{"status":"live"}""", await app.Client.GetStringAsync("/health/live"));
        Assert.Equal("""{"status":"ready","checks":{"accepting":"ready"}}""", await app.Client.GetStringAsync("/health/ready"));
        Assert.Equal(0, await HealthCommand.RunAsync(["--health-check", "--urls", app.Url], TextWriter.Null));
    }

    [Fact]
    public async Task A_store_out_of_reach_means_not_ready_but_live_and_tells_no_reason()
    {
        await using var app = await HostingApp.StartAsync(prepare: builder => builder.Services.AddHealthChecks()
            .AddCheck("store", () => throw new InvalidOperationException("Data Source=secret"), [HealthEndpoints.ReadyTag]));
        using var ready = await app.Client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("""{"status":"not ready","checks":{"accepting":"ready","store":"not ready"}}""", await ready.Content.ReadAsStringAsync());
        using var live = await app.Client.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(1, await HealthCommand.RunAsync(["--health-check", "--urls", app.Url], TextWriter.Null));
    }

    [Fact]
    public async Task A_process_that_was_asked_to_stop_is_not_ready()
    {
        await using var app = await HostingApp.StartAsync();
        var check = new StoppingHealthCheck(app.Services.GetRequiredService<IHostApplicationLifetime>());
        Assert.Equal(HealthStatus.Healthy, (await check.CheckHealthAsync(new HealthCheckContext())).Status);
        app.AskToStop();
        Assert.Equal(HealthStatus.Unhealthy, (await check.CheckHealthAsync(new HealthCheckContext())).Status);
    }

    [Fact]
    public async Task The_host_waits_for_the_drain_and_then_for_running_requests()
    {
        await using var app = await HostingApp.StartAsync(new() { ["Service:DrainDelay"] = "00:00:00", ["Service:ShutdownTimeout"] = "00:00:07" });
        Assert.Equal(TimeSpan.FromSeconds(7), app.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout);
    }

    [Theory]
    [InlineData(null, "http://127.0.0.1:8080")]
    [InlineData("http://0.0.0.0:9000", "http://127.0.0.1:9000")]
    [InlineData("http://+:9000;https://+:9001", "http://127.0.0.1:9000")]
    [InlineData("https://*:9001;http://*:9000", "http://127.0.0.1:9000")]
    [InlineData("http://[::]:9000", "http://127.0.0.1:9000")]
    [InlineData("http://localhost:9000", "http://localhost:9000")]
    [InlineData("https://0.0.0.0:9001", "https://127.0.0.1:9001")]
    public void The_command_asks_on_this_machine(string? urls, string expected) => Assert.Equal(expected, ProbeUrl(("urls", urls)));

    [Fact]
    public void The_command_asks_where_port_lists_and_endpoints_say()
    {
        Assert.Equal("http://127.0.0.1:9000", ProbeUrl(("http_ports", "9000;9002"), ("https_ports", "9001")));
        Assert.Equal("https://127.0.0.1:9001", ProbeUrl(("https_ports", "9001")));
        Assert.Equal("https://127.0.0.1:9443", ProbeUrl(("urls", "http://*:9000"), ("Kestrel:Endpoints:Clients:Url", "https://*:9443")));
    }

    [Fact]
    public async Task The_command_takes_a_certificate_that_names_the_service_and_not_this_machine()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=tokens.example.com", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        await using var app = await HostingApp.StartAsync(prepare: builder => builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.UseHttps(certificate))));
        Assert.StartsWith("https://", app.Url, StringComparison.Ordinal);
        Assert.Equal(0, await HealthCommand.RunAsync(["--health-check", "--urls", app.Url], TextWriter.Null));
    }

    private static string ProbeUrl(params (string Key, string? Value)[] settings) =>
        HealthCommand.ProbeUrl(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => setting.Value)).Build());
}
