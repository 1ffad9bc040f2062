namespace GraphQLTokens.Service.Persistence.Idempotency;

/// <summary>Sweeps remembered calls away beside the requests. One whose time is over counts for nothing from that moment on, swept or not.</summary>
internal sealed partial class RememberedCallSweeper(RememberedCalls calls, TimeProvider time, ILogger<RememberedCallSweeper> logger) : BackgroundService
{
    // What lies about in between costs its space alone.
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await SweepAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The next start goes on.
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            await calls.SweepAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFault(fault);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Calls whose time is over could not be forgotten; the next sweep tries again.")]
    private partial void LogFault(Exception fault);
}
