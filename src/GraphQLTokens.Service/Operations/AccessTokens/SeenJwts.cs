using System.Collections.Concurrent;

namespace GraphQLTokens.Service.Operations.AccessTokens;

/// <summary>
/// Verified JWTs by their hash, bounded: two halves, the younger of which takes what is new. When it is full it becomes the older one, and what the
/// former older one held, unused since, is forgotten. Only what was signed here gets in, so no stranger can push others out.
/// </summary>
internal sealed class SeenJwts(int capacity)
{
    private readonly int half = Math.Max(1, capacity / 2);
    private volatile ConcurrentDictionary<JwtDigest, JwtReading> young = new();
    private volatile ConcurrentDictionary<JwtDigest, JwtReading> old = new();
    private readonly Lock turning = new();

    public JwtReading? Find(JwtDigest digest)
    {
        if (young.TryGetValue(digest, out var reading))
            return reading;
        if (!old.TryGetValue(digest, out reading))
            return null;
        Keep(digest, reading);
        return reading;
    }

    public void Keep(JwtDigest digest, JwtReading reading)
    {
        if (!young.TryAdd(digest, reading) || young.Count <= half)
            return;
        lock (turning)
        {
            if (young.Count <= half)
                return;
            old = young;
            young = new();
        }
    }
}
