namespace GraphQLTokens.Engine.Tests.Transports;

/// <summary>A clock that stands still until it is told to go on, and tells when somebody has set a timer by it.</summary>
internal sealed class FakeTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Timer> timers = [];
    private readonly List<(TimeSpan Due, TaskCompletionSource Armed)> waiting = [];
    private readonly List<(TimeSpan Due, TaskCompletionSource Disarmed)> waitingForNone = [];
    private TimeSpan now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => now.Ticks;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Completes once a timer is set that is due after exactly this time.</summary>
    public Task ArmedAsync(TimeSpan due)
    {
        lock (gate)
        {
            if (timers.Any(timer => timer.SetFor == due))
                return Task.CompletedTask;
            var armed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((due, armed));
            return armed.Task.WaitAsync(TimeSpan.FromSeconds(60), System);
        }
    }

    /// <summary>Completes once no timer is set that was due after exactly this time.</summary>
    public Task DisarmedAsync(TimeSpan due)
    {
        lock (gate)
        {
            if (timers.TrueForAll(timer => timer.SetFor != due))
                return Task.CompletedTask;
            var disarmed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waitingForNone.Add((due, disarmed));
            return disarmed.Task.WaitAsync(TimeSpan.FromSeconds(60), System);
        }
    }

    public void Advance(TimeSpan by)
    {
        List<Timer> due;
        lock (gate)
        {
            now += by;
            due = [.. timers.Where(timer => timer.DueAt <= now)];
            foreach (var timer in due)
                timer.Next();
        }

        foreach (var timer in due)
            timer.Fire();
    }

    private void Remove(Timer timer)
    {
        timers.Remove(timer);
        foreach (var waiter in waitingForNone.FindAll(waiter => timers.TrueForAll(left => left.SetFor != waiter.Due)))
        {
            waiter.Disarmed.SetResult();
            waitingForNone.Remove(waiter);
        }
    }

    private sealed class Timer(FakeTime time, Action fire) : ITimer
    {
        private TimeSpan period;

        public TimeSpan? DueAt { get; private set; }

        public TimeSpan SetFor { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time.gate)
            {
                time.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                (DueAt, SetFor, this.period) = (time.now + dueTime, dueTime, period);
                time.timers.Add(this);
                foreach (var (_, armed) in time.waiting.Where(waiter => waiter.Due == dueTime))
                    armed.SetResult();
                time.waiting.RemoveAll(waiter => waiter.Due == dueTime);
                return true;
            }
        }

        public void Next()
        {
            if (period > TimeSpan.Zero)
                DueAt += period;
            else
                time.Remove(this);
        }

        public void Fire() => fire();

        public void Dispose()
        {
            lock (time.gate)
                time.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
