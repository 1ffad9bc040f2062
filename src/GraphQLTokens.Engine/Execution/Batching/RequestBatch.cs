namespace GraphQLTokens.Engine.Execution.Batching;

/// <inheritdoc cref="IRequestBatch"/>
internal sealed class RequestBatch<TKey, TValue>(BatchLoader<TKey, TValue> loader) : IRequestBatch
    where TKey : notnull
{
    // A value loaded once is the same for the whole request. The sources run their continuations where the results are set: in the run's own loop.
    private readonly Dictionary<TKey, TaskCompletionSource<TValue?>> sources = [];
    private List<TKey> waiting = [];

    /// <param name="isNew">Nobody has asked for the key before, in this request.</param>
    public ValueTask<TValue?> Ask(TKey key, out bool isNew)
    {
        isNew = !sources.TryGetValue(key, out var source);
        if (isNew)
        {
            sources.Add(key, source = new TaskCompletionSource<TValue?>());
            waiting.Add(key);
        }

        return new ValueTask<TValue?>(source!.Task);
    }

    public void TakeCalls(List<BatchCall> calls)
    {
        foreach (var keys in waiting.Chunk(Math.Max(1, loader.MaxBatchSize)))
        {
            var asked = Array.ConvertAll(keys, key => sources[key]);
            calls.Add((caller, cancellationToken) => LoadAsync(keys, asked, caller, cancellationToken));
        }

        waiting = [];
    }

    public Action TakeRest()
    {
        var rest = sources.Values.ToList();
        return () => rest.ForEach(source => source.TrySetCanceled());
    }

    private async Task<Action> LoadAsync(TKey[] keys, TaskCompletionSource<TValue?>[] asked, object? caller, CancellationToken cancellationToken)
    {
        try
        {
            var found = await loader.LoadAsync(keys, caller, cancellationToken).ConfigureAwait(false);
            var values = Array.ConvertAll(keys, key => found.TryGetValue(key, out var value) ? value : default);
            return () =>
            {
                for (var index = 0; index < values.Length; index++)
                    asked[index].TrySetResult(values[index]);
            };
        }
#pragma warning disable CA1031 // Whatever the loader throws is the error of each field that waits for it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return () => Array.ForEach(asked, source => Fail(source, exception));
        }
    }

    // A field may have gone on without waiting: that is no exception that nobody looked at.
    private static void Fail(TaskCompletionSource<TValue?> source, Exception exception)
    {
        if (source.TrySetException(exception))
            _ = source.Task.Exception;
    }
}
