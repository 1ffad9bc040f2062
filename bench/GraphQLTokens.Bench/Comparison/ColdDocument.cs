using System.Diagnostics;
using GraphQLTokens.Engine.Language;

namespace GraphQLTokens.Bench.Comparison;

/// <summary>A document never seen before, in this process: the median of many runs, after warming up.</summary>
internal sealed record ColdDocument(int Characters, ColdDocument.Figure Parse, ColdDocument.Figure Prepare)
{
    private const int Runs = 501;
    private const int CallsPerRun = 20;

    // The optimised code comes from a thread in the background, which shares this one core: counting calls would not wait for it.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    public static ColdDocument Measure()
    {
        var text = SchemaUnderTest.Document;
        return new ColdDocument(text.Length, Measure(() => Parser.Parse(text)), Measure(() => ColdPath.Prepare(text)));
    }

    private static Figure Measure(Func<object> work)
    {
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < WarmUp)
            Time(work);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        work();
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        var times = Enumerable.Range(0, Runs).Select(_ => Time(work)).Order().ToArray();
        return new Figure(times[Runs / 2], allocated);
    }

    private static double Time(Func<object> work)
    {
        var started = Stopwatch.GetTimestamp();
        for (var call = 0; call < CallsPerRun; call++)
            GC.KeepAlive(work());
        return Stopwatch.GetElapsedTime(started).TotalMicroseconds / CallsPerRun;
    }

    /// <param name="Allocated">Bytes.</param>
    internal readonly record struct Figure(double Microseconds, long Allocated);
}
