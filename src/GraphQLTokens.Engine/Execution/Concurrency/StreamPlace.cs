namespace GraphQLTokens.Engine.Execution.Concurrency;

/// <summary>
/// The place that an open stream holds. Given back by whichever comes first: the end of its reading, or that of its request, which a stream that was
/// opened and never read ends with.
/// </summary>
internal sealed class StreamPlace : IDisposable
{
    private readonly ExecutionPlace place;
    private int isGivenBack;

    public StreamPlace(ExecutionPlace place, CancellationToken request)
    {
        this.place = place;
        request.UnsafeRegister(static place => ((StreamPlace)place!).Dispose(), this);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref isGivenBack, 1) == 0)
            place.Dispose();
    }
}
