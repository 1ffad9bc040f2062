namespace GraphQLTokens.Engine.Execution.Batching;

/// <summary>The loaders that one request has used. Keys gather until nothing else can run, then every loader is called once.</summary>
internal sealed class RequestBatches(OperationRun run)
{
    private readonly Dictionary<object, IRequestBatch> batches = [];
    private readonly Lock gate = new();

    public bool HasWaiting
    {
        get
        {
            lock (gate)
                return batches.Values.Any(batch => batch.HasWaiting);
        }
    }

    public ValueTask<TValue?> LoadAsync<TKey, TValue>(BatchLoader<TKey, TValue> loader, TKey key)
        where TKey : notnull
    {
        lock (gate)
        {
            if (!batches.TryGetValue(loader, out var batch))
                batches.Add(loader, batch = new RequestBatch<TKey, TValue>(loader));
            return ((RequestBatch<TKey, TValue>)batch).Enqueue(key);
        }
    }

    /// <summary>Starts a call for each loader that has keys waiting. Its results come back through the run's queue, all at once.</summary>
    public void Dispatch()
    {
        lock (gate)
        {
            foreach (var batch in batches.Values)
                batch.Dispatch(run);
        }
    }
}
