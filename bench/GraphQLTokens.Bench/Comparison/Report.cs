using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace GraphQLTokens.Bench.Comparison;

/// <summary>A run as a page of bench/results.</summary>
internal sealed class Report(string commit, IReadOnlyList<Row> rows, IReadOnlyList<Measurement> alone, Measurement oneWriter, Measurement manyWriters, ColdDocument cold)
{
    private readonly StringBuilder text = new();

    /// <summary>Writes <c>(date)-(commit).md</c>, and the same on the console.</summary>
    public async Task WriteAsync(string folder)
    {
        var now = TimeProvider.System.GetUtcNow();
        Head(now);
        Ratios();
        Latencies();
        InProcess();
        Writes();
        Figures();
        var path = Path.Combine(folder, $"{now:yyyy-MM-dd}-{commit}.md");
        await File.WriteAllTextAsync(path, text.ToString());
        await Console.Out.WriteAsync(text);
        await Console.Out.WriteLineAsync($"written to {path}");
    }

    private void Head(DateTimeOffset now)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"# {now:yyyy-MM-dd HH:mm} UTC, commit {commit}\n");
        text.AppendLine(CultureInfo.InvariantCulture, $"{Processor()}, {Environment.ProcessorCount} core(s) seen by the runner, {RuntimeInformation.OSDescription}, .NET {Environment.Version}.");
        text.AppendLine("Servers on core 0, wrk on core 1, 32 kept connections; how, and what each row means: docs/performance.md.\n");
    }

    private void Ratios()
    {
        text.AppendLine("| Request | to | ratio (CPU time) | ratio (requests/s) | required | goal | allocated per request |");
        text.AppendLine("|---|---|--:|--:|--:|--:|--:|");
        foreach (var row in rows)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {row.Name} | {row.To.Target.Name} | **{row.CpuRatio:0.00}** | {row.RateRatio:0.00} | {row.Required:0.00} | {row.Goal:0.00} | {row.Of.AllocatedPerRequest:N0} B |");
        }

        text.AppendLine();
    }

    // At 32 connections by the rows that have a requirement: the others are compared with another answer, or ask for more.
    private void Latencies()
    {
        text.AppendLine("| Latency | to | one connection, median (required 1.5) | 32 connections, p99 (required 2.0) |");
        text.AppendLine("|---|---|--:|--:|");
        foreach (var one in alone.Skip(1))
        {
            var row = rows.First(row => row.Of.Target.Alone.Name == one.Target.Name);
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {row.Of.Target.Name} | {row.To.Target.Name} | **{one.MedianLatency / alone[0].MedianLatency:0.00}** | **{row.Of.P99Latency / row.To.P99Latency:0.00}** |");
        }

        text.AppendLine();
    }

    private void InProcess()
    {
        text.AppendLine("| In process | time | required | goal | allocated |");
        text.AppendLine("|---|--:|--:|--:|--:|");
        text.AppendLine(CultureInfo.InvariantCulture, $"| parse, {cold.Characters} characters | **{cold.Parse.Microseconds:0.0} us** | 10 us | 5 us | {cold.Parse.Allocated:N0} B |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| parse, validate and plan the same | **{cold.Prepare.Microseconds:0.0} us** | 100 us | 60 us | {cold.Prepare.Allocated:N0} B |");
        text.AppendLine();
    }

    private void Writes()
    {
        var ratio = manyWriters.RequestsPerSecond / oneWriter.RequestsPerSecond;
        text.AppendLine(CultureInfo.InvariantCulture,
            $"`createAPIToken`, durable: {oneWriter.RequestsPerSecond:N0}/s for one caller, {manyWriters.RequestsPerSecond:N0}/s for 32 at once: **{ratio:0.0}x** (required 1.5x, goal 3x); no write failed.\n");
    }

    private void Figures()
    {
        text.AppendLine("| Target | rounds | CPU per request | spread | requests/s | median latency | p99 latency | allocated |");
        text.AppendLine("|---|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var one in rows.SelectMany(row => new[] { row.To, row.Of }).Distinct().Concat(alone).Concat([oneWriter, manyWriters]))
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {one.Target.Name} | {one.Rounds} | {one.CpuPerRequest:0.0} us | {one.Spread:P0} | {one.RequestsPerSecond:N0} | {one.MedianLatency / 1000:0.00} ms | {one.P99Latency / 1000:0.00} ms | {one.AllocatedPerRequest:N0} B |");
        }
    }

    private static string Processor() =>
        Array.Find(File.ReadAllLines("/proc/cpuinfo"), line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(": ")[^1] ?? "unknown processor";
}
