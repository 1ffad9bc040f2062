using System.Collections.Concurrent;

namespace GraphQLTokens.Engine.Execution.Concurrency;

/// <summary>Counts what is under way by caller. Without locks; a caller with nothing is forgotten.</summary>
internal sealed class RunningExecutions(CallerConcurrency? rule)
{
    private readonly ConcurrentDictionary<object, int> running = [];

    /// <summary>How many callers have something under way.</summary>
    public int Callers => running.Count;

    /// <summary>False where the caller has as much under way as it may.</summary>
    public bool TryEnter(object? caller, out ExecutionPlace place)
    {
        place = default;
        if (rule?.KeyOf(caller) is not { } key)
            return true;
        while (true)
        {
            var isKnown = running.TryGetValue(key, out var count);
            if (count >= rule.MaxExecutions)
                return false;
            if (isKnown ? running.TryUpdate(key, count + 1, count) : running.TryAdd(key, 1))
            {
                place = new ExecutionPlace(this, key);
                return true;
            }
        }
    }

    internal void Leave(object key)
    {
        while (true)
        {
            var count = running[key];
            if (count == 1 ? running.TryRemove(new KeyValuePair<object, int>(key, 1)) : running.TryUpdate(key, count - 1, count))
                return;
        }
    }
}
