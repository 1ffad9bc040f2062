using System.Diagnostics;
using System.Text.RegularExpressions;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>The service as a process of its own, which can be killed.</summary>
internal sealed partial class ServiceProcess : IDisposable
{
    private readonly Process process;
    private readonly string directory;

    private ServiceProcess(Process process, string directory, string url)
    {
        this.process = process;
        this.directory = directory;
        Url = url;
    }

    public string Url { get; }

    public ServiceCaller Root => Caller(File.ReadAllText(Path.Combine(directory, "data", "root-token")).Trim());

    /// <param name="directory">Its working directory; the store is in data/ below.</param>
    public static async Task<ServiceProcess> StartAsync(string directory)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "GraphQLTokens.Service.dll"), "--urls", "http://127.0.0.1:0" },
        };
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is not { Success: true } match)
                continue;
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
            return new ServiceProcess(process, directory, match.Groups["url"].Value);
        }
        throw new InvalidOperationException("The service ended before it listened.");
    }

    public ServiceCaller Caller(string? key) => new(new Uri(Url), key, null);

    /// <summary>SIGKILL, which no process sees coming.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    [GeneratedRegex(@"Now listening on: (?<url>http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();
}
