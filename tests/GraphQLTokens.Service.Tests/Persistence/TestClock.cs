namespace GraphQLTokens.Service.Tests.Persistence;

/// <summary>A clock that stands still until a test moves it; timers fire while it is moved, on the mover's thread.</summary>
internal sealed class TestClock : TimeProvider
{
    private readonly Lock guard = new();
    private readonly List<TestTimer> timers = [];
    private DateTimeOffset now = new(2031, 5, 6, 7, 8, 9, 123, TimeSpan.Zero);

    public DateTimeOffset Now => GetUtcNow();

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override DateTimeOffset GetUtcNow()
    {
        lock (guard)
            return now;
    }

    /// <summary>Whether a timer is set for that instant.</summary>
    public bool IsAwaited(DateTimeOffset at)
    {
        lock (guard)
            return timers.Exists(timer => timer.IsSetFor(at));
    }

    public void Advance(TimeSpan span)
    {
        List<TestTimer> due;
        lock (guard)
        {
            now += span;
            due = [.. timers.Where(timer => timer.IsDue(now))];
        }
        foreach (var timer in due)
            timer.Fire();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new TestTimer(this, callback, state);
        timer.Change(dueTime, period);
        lock (guard)
            timers.Add(timer);
        return timer;
    }

    private sealed class TestTimer(TestClock clock, TimerCallback callback, object? state) : ITimer
    {
        private DateTimeOffset? next;
        private TimeSpan every;

        public bool IsDue(DateTimeOffset at) => next <= at;

        public bool IsSetFor(DateTimeOffset at) => next == at;

        public void Fire()
        {
            next = every > TimeSpan.Zero ? clock.Now + every : null;
            callback(state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            next = dueTime < TimeSpan.Zero ? null : clock.Now + dueTime;
            every = period;
            return true;
        }

        public void Dispose() => next = null;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
