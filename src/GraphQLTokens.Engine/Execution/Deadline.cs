namespace GraphQLTokens.Engine.Execution;

/// <summary>A caller's cancellation and a time-out, whichever comes first.</summary>
internal readonly struct Deadline : IDisposable
{
    private readonly CancellationTokenSource source;

    private Deadline(CancellationTokenSource source) => this.source = source;

    public CancellationToken Token => source.Token;

    public static Deadline After(TimeSpan timeout, CancellationToken cancellationToken)
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        source.CancelAfter(timeout);
        return new Deadline(source);
    }

    public void Dispose() => source.Dispose();
}
