namespace GraphQLTokens.Engine.Execution;

/// <summary>
/// A caller's cancellation and a time-out, whichever comes first. The timer is set only when somebody asks for the token: an operation that
/// never waits has no need of one, and looks at the clock instead.
/// </summary>
internal sealed class Deadline(TimeSpan timeout, TimeProvider time, CancellationToken caller) : IDisposable
{
    // Looking at the clock costs as much as a small object does.
    private const int LooksPerReading = 64;

    private readonly long start = time.GetTimestamp();
    private readonly Lock gate = new();
    private CancellationTokenSource? source;
    private CancellationToken? token;
    private CancellationTokenRegistration registration;
    private bool isDisposed;
    private int looks;

    /// <summary>Cancelled by the caller or by the time-out. Safe from any thread, also after the operation has been given up.</summary>
    public CancellationToken Token
    {
        get
        {
            if (timeout == Timeout.InfiniteTimeSpan)
                return caller;
            lock (gate)
                return token ??= Start();
        }
    }

    /// <summary>Whether there is any use in going on.</summary>
    public bool HasPassed => caller.IsCancellationRequested || Volatile.Read(ref source)?.IsCancellationRequested == true || IsOverdue;

    private bool IsOverdue => timeout != Timeout.InfiniteTimeSpan && time.GetElapsedTime(start) >= timeout;

    /// <summary>For the loop alone: cheap enough to be asked at every object.</summary>
    /// <exception cref="OperationCanceledException">There is no use in going on.</exception>
    public void ThrowIfPassed()
    {
        caller.ThrowIfCancellationRequested();
        if (Volatile.Read(ref source) is { } running)
            running.Token.ThrowIfCancellationRequested();
        else if (++looks % LooksPerReading == 0 && IsOverdue)
            throw new OperationCanceledException();
    }

    public void Dispose()
    {
        lock (gate)
            isDisposed = true;

        // What the operation leaves behind hears of it before there is nobody left to tell. Not under the lock: callbacks may ask for the token.
        registration.Dispose();
        if (HasPassed)
            source?.Cancel();
        source?.Dispose();
    }

    private CancellationToken Start()
    {
        var left = timeout - time.GetElapsedTime(start);
        if (isDisposed || left <= TimeSpan.Zero)
            return new CancellationToken(canceled: true);
        var started = new CancellationTokenSource(left, time);
        registration = caller.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), started);
        Volatile.Write(ref source, started);
        return started.Token;
    }
}
