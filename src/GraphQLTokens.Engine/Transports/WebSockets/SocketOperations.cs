using System.Collections.Concurrent;

namespace GraphQLTokens.Engine.Transports.WebSockets;

/// <summary>
/// The operations of a connection. An id is taken until its operation has ended or the client has given it up; a place is taken until
/// the work has really ended, so that giving up and starting anew multiplies nothing.
/// </summary>
internal sealed class SocketOperations(int most)
{
    private readonly ConcurrentDictionary<string, SocketOperation> byId = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<SocketOperation, Task> running = new();

    public bool HasRoom => running.Count < most;

    public bool IsTaken(string id) => byId.ContainsKey(id);

    /// <summary>Only the connection's reader starts operations, one after another.</summary>
    /// <param name="operation">One whose id is free; disposed of once it has run.</param>
    /// <param name="run">Runs it; told what to call once its id is free again.</param>
    public void Start(SocketOperation operation, Func<SocketOperation, Action, Task> run)
    {
        byId[operation.Id] = operation;

        // Its place is taken before it runs, and is given back only by itself.
        var registered = new TaskCompletionSource();
        running[operation] = RunAsync();
        registered.SetResult();

        async Task RunAsync()
        {
            try
            {
                await run(operation, () => Forget(operation));
            }
            finally
            {
                Forget(operation);
                await registered.Task;
                running.TryRemove(operation, out _);
                operation.Dispose();
            }
        }
    }

    /// <summary>The client has given an operation up; one that is not there has ended already.</summary>
    public void Stop(string id)
    {
        if (byId.TryRemove(id, out var operation))
            operation.Stop();
    }

    /// <summary>Waits for those that are running now.</summary>
    public Task DrainAsync() => Task.WhenAll(running.Values);

    // By both: the id may be another operation's by now.
    private void Forget(SocketOperation operation) => byId.TryRemove(new KeyValuePair<string, SocketOperation>(operation.Id, operation));
}
