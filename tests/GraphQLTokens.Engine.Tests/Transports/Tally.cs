namespace GraphQLTokens.Engine.Tests.Transports;

/// <summary>Counts, and tells when a count is reached.</summary>
internal sealed class Tally
{
    private readonly Lock gate = new();
    private readonly List<(int Count, TaskCompletionSource Reached)> waiting = [];
    private int count;

    public void Add()
    {
        lock (gate)
        {
            count++;
            foreach (var (_, reached) in waiting.Where(waiter => waiter.Count <= count))
                reached.TrySetResult();
        }
    }

    public Task ReachAsync(int target)
    {
        lock (gate)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (count >= target)
                reached.SetResult();
            waiting.Add((target, reached));
            return reached.Task.WaitAsync(LiveSchema.HangGuard);
        }
    }
}
