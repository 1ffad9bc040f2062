namespace GraphQLTokens.Service.Operations.SigningKeys;

/// <summary>Tends the signing keys: before the first request, and from then on once a minute.</summary>
internal sealed partial class SigningKeySchedule(TendSigningKeys tend, TimeProvider time, ILogger<SigningKeySchedule> logger) : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    public Task StartingAsync(CancellationToken cancellationToken) => tend.StartAsync(cancellationToken);

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TendAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The service stops.
        }
    }

    // A store that fails now may answer in a minute; keys have time.
    private async Task TendAsync(CancellationToken cancellationToken)
    {
        try
        {
            await tend.RunAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFault(fault);
        }
    }

    [LoggerMessage(LogLevel.Error, "The signing keys could not be tended; it is tried again in a minute.")]
    private partial void LogFault(Exception fault);
}
