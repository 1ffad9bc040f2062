using System.Net.Security;

namespace GraphQLTokens.Service.Hosting;

/// <summary>
/// <c>GraphQLTokens.Service --health-check</c>: asks the service on this machine whether it is ready, and ends with 0 or 1. It lets a container
/// without curl have a health check. It finds the address where the service does: <c>ASPNETCORE_URLS</c>, <c>--urls</c>, port lists, Kestrel's endpoints, in the
/// environment, in arguments or in appsettings.json.
/// </summary>
internal static class HealthCommand
{
    public const string Flag = "--health-check";

    public static bool IsAskedFor(string[] args) => args.Contains(Flag, StringComparer.Ordinal);

    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        // Command line configuration would take the flag's neighbour for its value.
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables("ASPNETCORE_")
            .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true).AddEnvironmentVariables()
            .AddCommandLine([.. args.Where(arg => arg != Flag)]).Build();
        var url = ProbeUrl(configuration) + HealthEndpoints.ReadyPath;
        // Containers commonly carry proxy variables; the question is about this machine.
        using var handler = new SocketsHttpHandler { UseProxy = false };
        // A certificate names the service as clients know it, and not this machine. Nothing secret is asked or told.
        handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, faults) => !faults.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable);
        using var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            using var answer = await client.GetAsync(new Uri(url));
            await output.WriteLineAsync($"{url}: {(int)answer.StatusCode}");
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            await output.WriteLineAsync($"{url}: no answer");
            return 1;
        }
    }

    /// <summary>The first http address, or else the first https one; a listener on all addresses is asked on loopback. Kestrel's endpoints outrank lists of addresses.</summary>
    internal static string ProbeUrl(IConfiguration configuration)
    {
        string[] urls = [.. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>()];
        if (urls.Length == 0)
            urls = Split(configuration["urls"]);
        if (urls.Length == 0)
            urls = [.. Split(configuration["http_ports"]).Select(port => $"http://*:{port}"), .. Split(configuration["https_ports"]).Select(port => $"https://*:{port}")];
        var address = BindingAddress.Parse(urls.FirstOrDefault(url => url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) ?? urls.FirstOrDefault() ?? HostingDefaults.Url);
        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "127.0.0.1" : address.Host;
        return $"{address.Scheme}://{host}:{address.Port}{address.PathBase}";
    }

    private static string[] Split(string? list) => (list ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
