namespace GraphQLTokens.Engine.Execution.Batching;

/// <summary>
/// Loads many values in one go, so that a list of fifty objects costs one query for what they all refer to. A loader holds no state:
/// what was loaded is kept for one request.
/// </summary>
public abstract class BatchLoader<TKey, TValue>
    where TKey : notnull
{
    /// <summary>The most keys in one call, at least 1; more become further calls.</summary>
    public virtual int MaxBatchSize => 500;

    /// <param name="keys">Each once, never empty.</param>
    /// <param name="caller"><see cref="GraphQLRequest.Caller"/>, for what only some may see.</param>
    /// <returns>The values found; a key that is missing counts as null.</returns>
    public abstract Task<IReadOnlyDictionary<TKey, TValue>> LoadAsync(IReadOnlyList<TKey> keys, object? caller, CancellationToken cancellationToken);
}
