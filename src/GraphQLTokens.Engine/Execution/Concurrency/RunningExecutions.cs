using System.Collections.Concurrent;
using GraphQLTokens.Engine.Errors;

namespace GraphQLTokens.Engine.Execution.Concurrency;

/// <summary>Counts the operations under way by caller. Without locks; a caller with none is forgotten.</summary>
internal sealed class RunningExecutions(CallerConcurrency? rule)
{
    private readonly ConcurrentDictionary<object, int> running = [];

    /// <summary>How many callers have operations under way.</summary>
    public int Callers => running.Count;

    /// <summary>False, with the error, where the caller has as many under way as it may.</summary>
    public bool TryEnter(object? caller, out ExecutionPlace place, out GraphQLError? error)
    {
        place = default;
        error = null;
        if (rule?.KeyOf(caller) is not { } key)
            return true;
        while (true)
        {
            var isKnown = running.TryGetValue(key, out var count);
            if (count >= rule.MaxExecutions)
            {
                error = LimitExceeded.Error(
                    ErrorCodes.ConcurrencyLimitExceeded,
                    $"The caller has {rule.MaxExecutions} operations under way, as many as it may have at a time. Try again when one has ended.",
                    rule.MaxExecutions);
                return false;
            }

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
