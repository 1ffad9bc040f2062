namespace GraphQLTokens.Engine.Execution.Batching;

/// <inheritdoc cref="IRequestBatch"/>
internal sealed class RequestBatch<TKey, TValue>(BatchLoader<TKey, TValue> loader) : IRequestBatch
    where TKey : notnull
{
    // A value loaded once is the same for the whole request. The sources run their continuations where the results are set: in the run's own loop.
    private readonly Dictionary<TKey, TaskCompletionSource<TValue?>> values = [];
    private List<TKey> waiting = [];

    public bool HasWaiting => waiting.Count > 0;

    public ValueTask<TValue?> Enqueue(TKey key)
    {
        if (!values.TryGetValue(key, out var source))
        {
            values.Add(key, source = new TaskCompletionSource<TValue?>());
            waiting.Add(key);
        }

        return new ValueTask<TValue?>(source.Task);
    }

    public void Dispatch(OperationRun run)
    {
        var keys = waiting;
        waiting = [];
        foreach (var chunk in keys.Chunk(loader.MaxBatchSize))
            _ = LoadAsync(run, chunk, [.. chunk.Select(key => values[key])]);
    }

    private async Task LoadAsync(OperationRun run, TKey[] keys, TaskCompletionSource<TValue?>[] sources)
    {
        try
        {
            var found = await loader.LoadAsync(keys, run.Request.Caller, run.CancellationToken).ConfigureAwait(false);
            run.Post(() =>
            {
                for (var index = 0; index < keys.Length; index++)
                    sources[index].TrySetResult(found.TryGetValue(keys[index], out var value) ? value : default);
            });
        }
#pragma warning disable CA1031 // Whatever the loader throws is the error of each field that waits for it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            run.Post(() =>
            {
                foreach (var source in sources)
                    source.TrySetException(exception);
            });
        }
    }
}
