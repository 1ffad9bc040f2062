using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>The service as a process of its own, which can be killed.</summary>
internal sealed partial class ServiceProcess : IDisposable
{
    private readonly Process process;
    private readonly string directory;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> log = new();

    private ServiceProcess(Process process, string directory, string url)
    {
        this.process = process;
        this.directory = directory;
        Url = url;
    }

    public string Url { get; }

    public ServiceCaller Root => Caller(File.ReadAllText(Path.Combine(directory, "data", "root-token")).Trim());

    /// <param name="directory">Its working directory; the store is in data/ below.</param>
    /// <param name="settings">Further arguments.</param>
    public static async Task<ServiceProcess> StartAsync(string directory, params string[] settings)
    {
        var process = Process.Start(StartInfo(directory, settings))!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is not { Success: true } match)
                continue;
            var service = new ServiceProcess(process, directory, match.Groups["url"].Value);
            _ = service.KeepLogAsync();
            return service;
        }
        throw new InvalidOperationException("The service ended before it listened.");
    }

    /// <summary>For a service that is not to start: what it left on stderr, and its exit code.</summary>
    public static async Task<(int ExitCode, string Error)> FailAsync(string directory, params string[] settings)
    {
        var start = StartInfo(directory, settings);
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await error);
    }

    public IReadOnlyCollection<string> Log => log;

    /// <summary>In bytes; what the process has of the machine's memory.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    public ServiceCaller Caller(string? key) => new(new Uri(Url), key, null);

    /// <summary>SIGKILL, which no process sees coming.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM. Comes back when the process has ended and its log is complete.</summary>
    public async Task<int> TerminateAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]))
            await kill.WaitForExitAsync();
        await process.WaitForExitAsync();
        await ended.Task;
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    private static ProcessStartInfo StartInfo(string directory, string[] settings)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "GraphQLTokens.Service.dll"), "--urls", "http://127.0.0.1:0" },
        };
        foreach (var setting in settings)
            start.ArgumentList.Add(setting);
        return start;
    }

    private async Task KeepLogAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            log.Enqueue(line);
        ended.SetResult();
    }

    [GeneratedRegex(@"Now listening on: (?<url>http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();
}
