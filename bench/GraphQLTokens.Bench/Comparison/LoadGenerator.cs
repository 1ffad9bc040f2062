using System.Diagnostics;
using System.Globalization;

namespace GraphQLTokens.Bench.Comparison;

/// <summary>wrk on the second core: kept connections, each with one request under way at any time.</summary>
internal sealed class LoadGenerator(string folder)
{
    private const string Core = "1";

    /// <exception cref="InvalidOperationException">wrk failed, or an answer was anything but a success.</exception>
    public async Task<LoadResult> RunAsync(Target target, TimeSpan time)
    {
        var start = new ProcessStartInfo("taskset", [
            "-c", Core, "wrk", "--threads", "1", "--connections", $"{target.Connections}", "--duration", $"{time.TotalSeconds:0}s",
            "--timeout", "10s", "--script", WriteScript(target), new Uri(target.Server.Address, target.Path).AbsoluteUri,
        ])
        {
            RedirectStandardOutput = true,
        };
        using var wrk = Process.Start(start)!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        var result = Array.Find(output.Split('\n'), line => line.StartsWith("result ", StringComparison.Ordinal))?.Split(' ')
            ?? throw new InvalidOperationException($"wrk gave no result for {target.Name}: {output}");
        var numbers = Array.ConvertAll(result[1..], text => double.Parse(text, CultureInfo.InvariantCulture));
        if (numbers[2] > 0)
            throw new InvalidOperationException($"{numbers[2]} requests of {target.Name} failed: {output}");
        return new LoadResult((long)numbers[0], TimeSpan.FromMicroseconds(numbers[1]), TimeSpan.FromMicroseconds(numbers[3]), TimeSpan.FromMicroseconds(numbers[4]));
    }

    private static string InTurn(IReadOnlyList<string> bodies) => bodies.Count == 0 ? "" : $$"""
        local bodies, turn = { {{string.Join(", ", bodies.Select(body => $"[==[{body}]==]"))}} }, 0
        function request()
          turn = turn % #bodies + 1
          return wrk.format(nil, nil, nil, bodies[turn])
        end
        """;

    // The last line of wrk's own report is for people; this one is for us.
    private string WriteScript(Target target)
    {
        var path = Path.Combine(folder, $"{target.Name.Replace(' ', '-').Replace(':', '-')}.lua");
        var headers = string.Concat(target.Headers.Select(header => $"wrk.headers[\"{header.Key}\"] = \"{header.Value}\"\n"));
        File.WriteAllText(path, $$"""
            wrk.method = "{{target.Method}}"
            {{(target.Body is null ? "" : $"wrk.body = [==[{target.Body}]==]")}}
            {{headers}}
            {{InTurn(target.Bodies)}}
            function done(summary, latency)
              local e = summary.errors
              io.write(string.format("result %d %d %d %f %f\n", summary.requests, summary.duration,
                e.connect + e.read + e.write + e.status + e.timeout, latency:percentile(50), latency:percentile(99)))
            end
            """);
        return path;
    }
}

/// <param name="Median">Of the latencies.</param>
/// <param name="P99">The latency that one request of a hundred exceeds.</param>
internal sealed record LoadResult(long Requests, TimeSpan Time, TimeSpan Median, TimeSpan P99);
