namespace GraphQLTokens.Engine.Execution.Batching;

/// <summary>The keys that wait for one loader.</summary>
internal interface IRequestBatch
{
    bool HasWaiting { get; }

    void Dispatch(OperationRun run);
}
