using System.Collections.Concurrent;

namespace GraphQLTokens.Service.Operations.AccessTokens;

/// <summary>
/// What was used of late, bounded: two halves, the younger of which takes what is new. When it is full it becomes the older one, and what the
/// former older one held, unused since, is forgotten. A hit in the younger half takes no lock.
/// </summary>
internal sealed class RecentlyUsed<TKey, TValue>(int capacity)
    where TKey : notnull
    where TValue : class
{
    private readonly int half = Math.Max(1, capacity / 2);
    private volatile ConcurrentDictionary<TKey, TValue> young = new();
    private volatile ConcurrentDictionary<TKey, TValue> old = new();
    private readonly Lock turning = new();

    public int Count => young.Count + old.Count;

    public TValue? Find(TKey key)
    {
        if (young.TryGetValue(key, out var value))
            return value;
        if (!old.TryGetValue(key, out value))
            return null;
        return KeepOrFind(key, value);
    }

    /// <summary>What is kept under the key from now on: this value, unless there is another one already.</summary>
    public TValue KeepOrFind(TKey key, TValue value)
    {
        var kept = young.GetOrAdd(key, value);
        if (ReferenceEquals(kept, value) && young.Count > half)
            Turn();
        return kept;
    }

    /// <summary>Forgets the value; another one under the same key stays.</summary>
    public void Forget(TKey key, TValue value)
    {
        young.TryRemove(KeyValuePair.Create(key, value));
        old.TryRemove(KeyValuePair.Create(key, value));
    }

    private void Turn()
    {
        lock (turning)
        {
            if (young.Count <= half)
                return;
            old = young;
            young = new();
        }
    }
}
