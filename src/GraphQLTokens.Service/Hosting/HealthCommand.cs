namespace GraphQLTokens.Service.Hosting;

/// <summary>
/// <c>GraphQLTokens.Service --health-check</c>: asks the service on this machine whether it is ready, and ends with 0 or 1. It lets a container
/// without curl have a health check. It finds the address in the same configuration (<c>ASPNETCORE_URLS</c>, <c>--urls</c>).
/// </summary>
internal static class HealthCommand
{
    public const string Flag = "--health-check";

    public static bool IsAskedFor(string[] args) => args.Contains(Flag, StringComparer.Ordinal);

    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        // Command line configuration would take the flag's neighbour for its value.
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables("ASPNETCORE_")
            .AddCommandLine([.. args.Where(arg => arg != Flag)]).Build();
        var url = ProbeUrl(configuration["urls"]) + HealthEndpoints.ReadyPath;
        // Containers commonly carry proxy variables; the question is about this machine.
        using var handler = new SocketsHttpHandler { UseProxy = false };
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

    /// <summary>The first http address of the list; a listener on all addresses is asked on loopback.</summary>
    internal static string ProbeUrl(string? urls)
    {
        var first = (urls ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault(url => url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) ?? HostingDefaults.Url;
        var address = BindingAddress.Parse(first);
        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "127.0.0.1" : address.Host;
        return $"http://{host}:{address.Port}{address.PathBase}";
    }
}
