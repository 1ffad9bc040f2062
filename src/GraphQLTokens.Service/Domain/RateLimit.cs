namespace GraphQLTokens.Service.Domain;

/// <summary>How often a token may be used: so many times at once, and so many in each window in the long run.</summary>
/// <param name="Limit">1 to 1,000,000.</param>
/// <param name="Window">1 second to 31 days, whole seconds: the header that tells clients has no finer unit.</param>
internal sealed record RateLimit(int Limit, TimeSpan Window)
{
    public const int MaxLimit = 1_000_000;
    public static readonly TimeSpan MinWindow = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan MaxWindow = TimeSpan.FromDays(31);

    public static bool IsLimit(int limit) => limit is >= 1 and <= MaxLimit;

    public static bool IsWindow(TimeSpan window) => window >= MinWindow && window <= MaxWindow && window.Ticks % TimeSpan.TicksPerSecond == 0;

    /// <summary>Whether it lets through no more than the other one, neither at once nor in the long run. Null is no limit at all.</summary>
    public static bool IsNarrowerOrEqual(RateLimit? limit, RateLimit? ceiling) =>
        ceiling is null || (limit is not null && limit.Limit <= ceiling.Limit
            && (Int128)limit.Limit * ceiling.Window.Ticks <= (Int128)ceiling.Limit * limit.Window.Ticks);
}
