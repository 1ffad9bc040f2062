namespace GraphQLTokens.Service.Domain.Limits;

/// <summary>
/// Counts uses against limits by the generic cell rate algorithm (ITU-T I.371): for each key one instant, at which all that was used will have been
/// given back. With a limit of N in a window W each use moves it ahead by W/N, and a use that would move it further ahead of now than W is refused.
/// So N uses pass at once, and the next whenever W/N has gone by: no window boundary at which twice as many get through.
/// <para>
/// Memory is bounded whoever comes, and taken as it is needed: keys share sets of <see cref="Ways"/> places. When a set is full, the key
/// goes whose uses are the nearest to being given back. A key that is not there has used nothing.
/// </para>
/// <para>Time is the monotonic clock: a wall clock that is set back refuses nobody.</para>
/// </summary>
/// <param name="capacity">How many keys at most; rounded up to a power of two, at least one set.</param>
internal sealed class RateMeters(int capacity, TimeProvider time)
{
    private const int Ways = 16;
    private const long NanosecondsPerTick = 1_000_000_000 / TimeSpan.TicksPerSecond;

    private readonly Set?[] sets = new Set?[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, (capacity + Ways - 1) / Ways))];
    private readonly long start = time.GetTimestamp();

    /// <summary>How many keys there is room for.</summary>
    public int Capacity => sets.Length * Ways;

    /// <summary>Counts one use, or several at once, if the limit lets it through.</summary>
    /// <param name="cost">Zero counts nothing and is always let through.</param>
    public MeterReading Count(MeterKey key, RateLimit limit, int cost = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cost);
        // Rounded up, so that never more than the limit passes at once.
        var each = (NanosecondsOf(limit.Window) + limit.Limit - 1) / limit.Limit;
        var span = each * limit.Limit;
        var set = SetOf(key);
        lock (set)
        {
            var now = Now();
            ref var place = ref set.Find(key);
            // A limit that has been narrowed since leaves no longer debt than its own window.
            var used = place.Key == key && place.GivenBackAt > now ? Math.Min(place.GivenBackAt - now, span) : 0;
            var wouldUse = cost <= limit.Limit ? used + (each * cost) : long.MaxValue;
            var isAllowed = wouldUse <= span || cost == 0;
            if (isAllowed && cost > 0)
            {
                used = wouldUse;
                place = new Place(key, now + used);
            }
            return new MeterReading(
                isAllowed, limit, (int)((span - used) / each),
                isAllowed ? TimeSpan.Zero : cost <= limit.Limit ? SpanOf(wouldUse - span) : limit.Window,
                SpanOf(used));
        }
    }

    private static long NanosecondsOf(TimeSpan span) => span.Ticks * NanosecondsPerTick;

    private static TimeSpan SpanOf(long nanoseconds) => new((nanoseconds + NanosecondsPerTick - 1) / NanosecondsPerTick);

    /// <summary>Never 0, which is a place that nobody has taken.</summary>
    private long Now() => NanosecondsOf(time.GetElapsedTime(start)) + 1;

    private Set SetOf(MeterKey key)
    {
        ref var set = ref sets[HashCode.Combine(key.High, key.Low) & (sets.Length - 1)];
        return Volatile.Read(ref set) ?? Interlocked.CompareExchange(ref set, new Set(), null) ?? set;
    }

    private struct Place(MeterKey key, long givenBackAt)
    {
        public readonly MeterKey Key => key;

        public readonly long GivenBackAt => givenBackAt;
    }

    private sealed class Set
    {
        private readonly Place[] places = new Place[Ways];

        /// <summary>The key's own place, or the one to put it in.</summary>
        public ref Place Find(MeterKey key)
        {
            var first = 0;
            for (var i = 0; i < places.Length; i++)
            {
                if (places[i].Key == key)
                    return ref places[i];
                if (places[i].GivenBackAt < places[first].GivenBackAt)
                    first = i;
            }
            return ref places[first];
        }
    }
}
