namespace GraphQLTokens.Service.Domain.Limits;

/// <summary>What a meter says of one use.</summary>
/// <param name="IsAllowed">False: it was over the limit, and was not counted.</param>
/// <param name="Limit">The limit that holds.</param>
/// <param name="Remaining">How many uses are left now.</param>
/// <param name="RetryAfter">When the same use would be let through; zero when it was. More than the limit at once never is: then the window.</param>
/// <param name="ResetsAfter">When all uses are there again, unless there are others meanwhile.</param>
internal readonly record struct MeterReading(bool IsAllowed, RateLimit Limit, int Remaining, TimeSpan RetryAfter, TimeSpan ResetsAfter)
{
    /// <summary>Whole seconds, rounded up: whoever waits so long is not refused for a fraction.</summary>
    public static long Seconds(TimeSpan span) => (span.Ticks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond;
}
