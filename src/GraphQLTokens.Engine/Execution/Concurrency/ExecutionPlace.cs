namespace GraphQLTokens.Engine.Execution.Concurrency;

/// <summary>A place among the operations that a caller has under way; given back when disposed. The default is a place that nobody counts.</summary>
internal readonly struct ExecutionPlace(RunningExecutions executions, object key) : IDisposable
{
    public void Dispose() => executions?.Leave(key);
}
