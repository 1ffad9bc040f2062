namespace GraphQLTokens.Service.Domain;

/// <summary>
/// Instants are whole milliseconds from the moment they are made: what is answered, stored (as Unix milliseconds) and
/// compared is then the same on every store.
/// </summary>
internal static class Instant
{
    /// <summary>Stands for "never ends" in columns that are sorted by, so that it sorts last on every store.</summary>
    public static readonly DateTimeOffset Never = DateTimeOffset.FromUnixTimeMilliseconds(253402300799999);

    /// <summary>Stands for "has not happened" in columns that are sorted by, so that it sorts first on every store.</summary>
    public static readonly DateTimeOffset NotYet = DateTimeOffset.UnixEpoch;

    public static DateTimeOffset Now(this TimeProvider time) => Truncate(time.GetUtcNow());

    public static DateTimeOffset Truncate(DateTimeOffset instant) =>
        DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds());
}
