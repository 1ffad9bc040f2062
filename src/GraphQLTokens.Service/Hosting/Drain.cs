using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Hosting;

/// <summary>
/// Leaving without dropping anybody: on the signal to stop, readiness turns to 503 at once; for <see cref="ServiceSettings.DrainDelay"/> requests
/// are still taken, so that balancers notice; then streams end, whose clients come back at once, to another node by now; then the listener closes and
/// running requests have <see cref="ServiceSettings.ShutdownTimeout"/> to finish.
/// </summary>
internal sealed class Drain(IOptions<ServiceSettings> settings, TimeProvider clock) : IHostedLifecycleService, IConfigureOptions<HostOptions>, IDisposable
{
    private readonly CancellationTokenSource over = new();

    /// <summary>Cancelled when the delay is over, or the host out of patience.</summary>
    public CancellationToken Over => over.Token;

    public void Configure(HostOptions options) => options.ShutdownTimeout = settings.Value.DrainDelay + settings.Value.ShutdownTimeout;

    /// <summary>Runs before the server is told to stop; a host that is out of patience cancels the wait.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        if (settings.Value.DrainDelay > TimeSpan.Zero)
            await Task.Delay(settings.Value.DrainDelay, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await over.CancelAsync();
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => over.Dispose();
}
