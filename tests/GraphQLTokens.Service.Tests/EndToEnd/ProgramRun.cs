using System.Diagnostics;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>
/// Program, run from its first line to its last on a thread of its own. The host announces itself while it is built, which is when services may be
/// changed. Unlike a test server's factory, this knows when Program has ended, and so when it has let go of the store.
/// </summary>
internal sealed class ProgramRun : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private const string HostListener = "Microsoft.Extensions.Hosting";
    private static readonly AsyncLocal<ProgramRun?> Current = new();
    private readonly TaskCompletionSource<IHost> started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action<IServiceCollection> configure;
    private readonly Task ended;

    private ProgramRun(string[] arguments, Action<IServiceCollection> configure)
    {
        this.configure = configure;
        ended = Task.Factory.StartNew(() => Run(arguments), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public IServiceProvider Services => started.Task.Result.Services;

    /// <summary>Comes back when the host has started; what stopped the start is thrown.</summary>
    public static async Task<ProgramRun> StartAsync(string[] arguments, Action<IServiceCollection> configure)
    {
        var run = new ProgramRun(arguments, configure);
        await (await Task.WhenAny(run.started.Task, run.ended));
        return run.started.Task.IsCompleted ? run : throw new InvalidOperationException("Program ended without having started a host.");
    }

    public async Task StopAsync()
    {
        started.Task.Result.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await ended;
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == HostListener)
            value.Subscribe(this);
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        // Hosts that others build at the same time announce themselves here too.
        if (!ReferenceEquals(Current.Value, this))
            return;
        if (value is { Key: "HostBuilding", Value: IHostBuilder builder })
            builder.ConfigureServices(configure);
        else if (value is { Key: "HostBuilt", Value: IHost host })
            host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(() => started.TrySetResult(host));
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }

    private void Run(string[] arguments)
    {
        Current.Value = this;
        using var listening = DiagnosticListener.AllListeners.Subscribe(this);
        typeof(Program).Assembly.EntryPoint!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [arguments], null);
    }
}
