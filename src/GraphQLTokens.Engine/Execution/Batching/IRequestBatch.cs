namespace GraphQLTokens.Engine.Execution.Batching;

/// <summary>The keys that one request asks of one loader. Every member is called under the lock of <see cref="RequestBatches"/>.</summary>
internal interface IRequestBatch
{
    /// <summary>Takes the keys that wait, as calls that are still to be started.</summary>
    void TakeCalls(List<BatchCall> calls);

    /// <summary>Takes the sources that nobody will fill any more, as an action that cancels them.</summary>
    Action TakeRest();
}

/// <summary>Calls the loader. What comes of it is handed back as an action for the run's loop; it never fails.</summary>
internal delegate Task<Action> BatchCall(object? caller, CancellationToken cancellationToken);
