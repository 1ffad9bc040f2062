using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Threading.Channels;

namespace GraphQLTokens.Bench.Comparison;

/// <summary>A server under measurement: its own process, pinned to the first core, ended by the end of its standard input.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string Core = "0";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly Channel<long> allocated = Channel.CreateUnbounded<long>();
    private readonly Task reading;

    private ServerProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
        reading = ReadOutputAsync();
    }

    public Uri Address { get; }

    /// <param name="program">The path of the servers' assembly.</param>
    /// <param name="face">Which of them.</param>
    /// <param name="settings">Environment variables of this server alone.</param>
    public static async Task<ServerProcess> StartAsync(string program, string face, int port, IReadOnlyDictionary<string, string> settings)
    {
        var address = new Uri($"http://127.0.0.1:{port}");
        var start = new ProcessStartInfo("taskset", ["-c", Core, "dotnet", program, face, "--urls", address.OriginalString])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var server = new ServerProcess(Process.Start(start)!, address);
        await server.WaitUntilListeningAsync();
        return server;
    }

    /// <summary>User and system time since the start, from the operating system; in steps of 10 ms.</summary>
    public TimeSpan CpuTime
    {
        get
        {
            // proc(5): after the name in brackets, utime and stime are fields 14 and 15 of the line, in ticks of 1/100 s.
            var stat = File.ReadAllText($"/proc/{process.Id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            var ticks = long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
            return TimeSpan.FromMilliseconds(ticks * 10);
        }
    }

    /// <summary>Bytes allocated since the start.</summary>
    public async Task<long> ReadAllocatedAsync()
    {
        await process.StandardInput.WriteLineAsync();
        await process.StandardInput.FlushAsync();
        return await allocated.Reader.ReadAsync();
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await reading;
        await process.WaitForExitAsync();
        process.Dispose();
    }

    // A server that logs does so on the same stream, and stands still when nobody reads.
    private async Task ReadOutputAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split(' ') is ["allocated", var bytes])
                allocated.Writer.TryWrite(long.Parse(bytes, CultureInfo.InvariantCulture));
        }

        allocated.Writer.Complete();
    }

    private async Task WaitUntilListeningAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await AcceptsAsync())
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The server for {Address} ended with {process.ExitCode}.");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
        }
    }

    private async Task<bool> AcceptsAsync()
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(Address.Host, Address.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
