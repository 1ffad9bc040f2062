namespace GraphQLTokens.Engine.Execution.Batching;

/// <summary>
/// The loaders that one request has used. Keys gather until nothing else can run and no earlier call is on its way; then every loader is
/// called once. So a level of the response costs one call a loader, however long the calls of the level before took.
/// </summary>
/// <remarks>Asking is safe from any thread. The rest belongs to the run's loop, and no foreign code runs while the lock is held.</remarks>
internal sealed class RequestBatches(OperationRun run)
{
    private readonly Dictionary<object, IRequestBatch> batches = new(ReferenceEqualityComparer.Instance);
    private readonly Lock gate = new();
    private bool hasWaiting;
    private bool hasEnded;
    private int underway;

    /// <summary>Whether there are keys to load, and it is time.</summary>
    public bool IsReady
    {
        get
        {
            if (underway > 0)
                return false;
            lock (gate)
                return hasWaiting;
        }
    }

    public ValueTask<TValue?> LoadAsync<TKey, TValue>(BatchLoader<TKey, TValue> loader, TKey key)
        where TKey : notnull
    {
        lock (gate)
        {
            if (hasEnded)
                return ValueTask.FromCanceled<TValue?>(new CancellationToken(canceled: true));
            if (!batches.TryGetValue(loader, out var batch))
                batches.Add(loader, batch = new RequestBatch<TKey, TValue>(loader));
            var value = ((RequestBatch<TKey, TValue>)batch).Ask(key, out var isNew);
            if (isNew && !hasWaiting)
            {
                hasWaiting = true;
                run.Wake();
            }

            return value;
        }
    }

    /// <summary>Starts a call for each loader that has keys waiting. Its results come back through the run's queue, all at once.</summary>
    public void Dispatch()
    {
        var calls = new List<BatchCall>();
        lock (gate)
        {
            foreach (var batch in batches.Values)
                batch.TakeCalls(calls);
            hasWaiting = false;
        }

        underway = calls.Count;
        foreach (var call in calls)
            _ = RunAsync(call);
    }

    /// <summary>Nothing will be loaded any more: whoever still waits is cancelled, so that no resolver hangs after its request.</summary>
    public void End()
    {
        List<Action> rest;
        lock (gate)
        {
            hasEnded = true;
            rest = [.. batches.Values.Select(batch => batch.TakeRest())];
        }

        rest.ForEach(cancel => cancel());
    }

    private async Task RunAsync(BatchCall call)
    {
        var settle = await call(run.Request.Caller, run.CancellationToken).ConfigureAwait(false);
        run.Post(() =>
        {
            underway--;
            settle();
        });
    }
}
