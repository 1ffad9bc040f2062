namespace GraphQLTokens.Engine.Execution.Concurrency;

/// <summary>How many operations, streams or connections one caller may have under way at a time, on this node.</summary>
/// <param name="KeyOf">
/// From <see cref="GraphQLRequest.Caller"/> to what tells callers apart, compared by <see cref="object.Equals(object)"/>; null for callers that are not
/// counted. Called for each request, so it should be cheap.
/// </param>
/// <param name="MaxExecutions">The most at a time, at least 1.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="MaxExecutions"/> is below 1.</exception>
public sealed record CallerConcurrency(Func<object?, object?> KeyOf, int MaxExecutions = 32)
{
    public int MaxExecutions { get; init => field = AtLeastOne(value); } = AtLeastOne(MaxExecutions);

    private static int AtLeastOne(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(MaxExecutions));
        return value;
    }
}
