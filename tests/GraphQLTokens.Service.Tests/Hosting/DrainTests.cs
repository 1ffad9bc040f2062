using GraphQLTokens.Service.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Tests.Hosting;

public sealed class DrainTests
{
    private readonly OneTimer _clock = new();

    [Fact]
    public async Task Serves_on_for_the_drain_delay_and_no_longer()
    {
        var stopping = Drain("00:00:09").StoppingAsync(CancellationToken.None);
        Assert.False(stopping.IsCompleted);
        Assert.Equal(TimeSpan.FromSeconds(9), _clock.Due);
        _clock.Fire!();
        await stopping;
    }

    [Fact]
    public void Without_a_delay_it_stops_at_once() => Assert.True(Drain("00:00:00").StoppingAsync(CancellationToken.None).IsCompletedSuccessfully);

    [Fact]
    public async Task A_host_out_of_patience_ends_the_wait_in_peace()
    {
        using var patience = new CancellationTokenSource();
        var stopping = Drain("00:00:09").StoppingAsync(patience.Token);
        await patience.CancelAsync();
        await stopping;
    }

    [Fact]
    public void The_host_waits_for_both_the_drain_and_the_running_requests()
    {
        var options = new HostOptions();
        Drain("00:00:09").Configure(options);
        Assert.Equal(TimeSpan.FromSeconds(9 + 25), options.ShutdownTimeout);
    }

    private Drain Drain(string delay) => new(Options.Create(new ServiceSettings { DrainDelay = TimeSpan.Parse(delay, null) }), _clock);

    private sealed class OneTimer : TimeProvider
    {
        public TimeSpan Due { get; private set; }

        public Action? Fire { get; private set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime;
            Fire = () => callback(state);
            return new Silent();
        }

        private sealed class Silent : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
