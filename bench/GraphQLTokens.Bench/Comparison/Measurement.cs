namespace GraphQLTokens.Bench.Comparison;

/// <summary>What one target's rounds gave.</summary>
internal sealed class Measurement(Target target, LoadGenerator load)
{
    private const int MostWarmUps = 20;
    private const int SettledRuns = 3;
    private const double Settled = 0.04;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);
    private readonly List<Reading> readings = [];

    public Target Target => target;

    /// <summary>User and system time of the server, in microseconds; the median of the rounds.</summary>
    public double CpuPerRequest => Median(reading => reading.Cpu);

    public double RequestsPerSecond => Median(reading => reading.RequestsPerSecond);

    /// <summary>In bytes.</summary>
    public double AllocatedPerRequest => Median(reading => reading.Allocated);

    public double MedianLatency => Median(reading => reading.Latency);

    public double P99Latency => Median(reading => reading.P99);

    /// <summary>Widest distance of a round's CPU time from the median, as a part of it: how quiet the machine was.</summary>
    public double Spread => readings.Max(reading => Math.Abs(reading.Cpu - CpuPerRequest)) / CpuPerRequest;

    public int Rounds => readings.Count;

    /// <summary>Until some runs on end take the same CPU time per request: compiled, recompiled and cached. Two may agree while the compiler waits for its turn.</summary>
    public async Task WarmUpAsync()
    {
        var (before, same) = (double.MaxValue, 1);
        for (var run = 0; run < MostWarmUps && same < SettledRuns; run++)
        {
            var now = (await ReadAsync(WarmUp)).Cpu;
            same = Math.Abs(now - before) <= before * Settled ? same + 1 : 1;
            before = now;
        }
    }

    public async Task RunAsync() => readings.Add(await ReadAsync(Round));

    private async Task<Reading> ReadAsync(TimeSpan time)
    {
        var allocated = await target.Server.ReadAllocatedAsync();
        var cpu = target.Server.CpuTime;
        var result = await load.RunAsync(target, time);
        cpu = target.Server.CpuTime - cpu;
        allocated = await target.Server.ReadAllocatedAsync() - allocated;
        return new Reading(
            cpu.TotalMicroseconds / result.Requests,
            result.Requests / result.Time.TotalSeconds,
            (double)allocated / result.Requests,
            result.Median.TotalMicroseconds,
            result.P99.TotalMicroseconds);
    }

    private double Median(Func<Reading, double> figure)
    {
        var sorted = readings.Select(figure).Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private sealed record Reading(double Cpu, double RequestsPerSecond, double Allocated, double Latency, double P99);
}
