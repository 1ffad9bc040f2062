using System.Collections.Concurrent;
using GraphQLTokens.Engine.Errors;

namespace GraphQLTokens.Engine.Transports.WebSockets;

/// <summary>
/// The operations of a connection. An id is taken until its operation has ended or the client has given it up; a place is taken until
/// the work has really ended, so that giving up and starting anew multiplies nothing.
/// </summary>
/// <param name="most">See <see cref="GraphQLWebSocketOptions.MaxOperations"/>.</param>
/// <param name="mostBytes">See <see cref="GraphQLWebSocketOptions.MaxHeldBytes"/>.</param>
internal sealed class SocketOperations(int most, int mostBytes)
{
    private readonly ConcurrentDictionary<string, SocketOperation> byId = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<SocketOperation, Task> running = new();
    private long heldBytes;

    /// <summary>Null, or why no other operation may start now.</summary>
    public GraphQLError? Refusal =>
        running.Count >= most ? TooMany("This connection has as many operations under way as it may", most)
        : Interlocked.Read(ref heldBytes) >= mostBytes ? TooMany("The operations under way on this connection hold as many bytes as they may", mostBytes)
        : null;

    public bool IsTaken(string id) => byId.ContainsKey(id);

    /// <summary>Only the connection's reader starts operations, one after another.</summary>
    /// <param name="operation">One whose id is free; disposed of once it has run.</param>
    /// <param name="run">Runs it; told what to call once its id is free again.</param>
    public void Start(SocketOperation operation, Func<SocketOperation, Action, Task> run)
    {
        byId[operation.Id] = operation;

        // Before it runs, so that whoever waits for the running ones never misses it.
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        running[operation] = end.Task;
        Interlocked.Add(ref heldBytes, operation.HeldBytes);
        _ = RunAsync(operation, run, end);
    }

    /// <summary>The client has given an operation up; one that is not there has ended already.</summary>
    public void Stop(string id)
    {
        if (byId.TryRemove(id, out var operation))
            operation.Stop();
    }

    /// <summary>Waits for those that are running now.</summary>
    public Task DrainAsync() => Task.WhenAll(running.Values);

    private async Task RunAsync(SocketOperation operation, Func<SocketOperation, Action, Task> run, TaskCompletionSource end)
    {
        try
        {
            await run(operation, () => Forget(operation));
        }
        finally
        {
            Forget(operation);
            Interlocked.Add(ref heldBytes, -operation.HeldBytes);
            operation.Dispose();
            running.TryRemove(operation, out _);
            end.SetResult();
        }
    }

    private static GraphQLError TooMany(string what, int limit) => LimitExceeded.Error(ErrorCodes.OperationLimitExceeded, $"{what}: {limit}.", limit);

    // By both: the id may be another operation's by now.
    private void Forget(SocketOperation operation) => byId.TryRemove(new KeyValuePair<string, SocketOperation>(operation.Id, operation));
}
