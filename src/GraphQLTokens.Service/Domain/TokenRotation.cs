namespace GraphQLTokens.Service.Domain;

/// <summary>
/// Which of a token's values answer, and until when. One is the present one, and has no end of its own. In the overlap of a rotation the one
/// before it answers too; never do more than these two. Everything here works on <see cref="ApiToken.Values"/>, all of which must be loaded.
/// </summary>
internal static class TokenRotation
{
    public static StoredValue PresentValue(this ApiToken token) => token.Values.Single(value => value.RetiresAt is null);

    /// <summary>The former value that still answers; null outside of an overlap.</summary>
    public static StoredValue? PreviousValue(this ApiToken token, DateTimeOffset now) => token.Values.SingleOrDefault(value => value.RetiresAt > now);

    /// <summary>Gives a token that is being made its value.</summary>
    public static void SetFirstValue(this ApiToken token, in TokenValue value, TokenHasher hasher) =>
        token.SetValue(value, hasher, token.CreatedAt, token.CreatedBy);

    /// <summary>
    /// Gives the token a new value. The present one goes on answering for the overlap, though never past the token's end; one that was still
    /// in an earlier overlap ends at once. Of retired ones the oldest are forgotten.
    /// </summary>
    /// <param name="overlap">Zero: the present value ends at once.</param>
    /// <param name="retireOnFirstUse">The present value ends before the overlap does, once the new one is used.</param>
    public static void Rotate(
        this ApiToken token, in TokenValue value, TokenHasher hasher, TimeSpan overlap, bool retireOnFirstUse, Actor by, DateTimeOffset now)
    {
        token.RetirePrevious(now);
        var present = token.PresentValue();
        var end = Instant.Truncate(now + overlap);
        present.RetiresAt = end < token.EndsAt ? end : token.EndsAt;
        present.RetiresOnFirstUse = retireOnFirstUse;
        token.SetValue(value, hasher, now, by);
        token.RotatedAt = now;
        token.RotatedBy = by;
        if (present.IsRetired(now))
            token.RightsVersion++;
        else
            token.PreviousEndsAt = present.RetiresAt;
        var formerByEnd = token.Values.Where(former => former.RetiresAt is not null).OrderByDescending(former => former.RetiresAt).ThenByDescending(former => former.Generation);
        foreach (var forgotten in formerByEnd.Skip(StoredValue.MaxFormer).ToList())
            token.Values.Remove(forgotten);
    }

    /// <summary>Ends the overlap: the present value alone answers.</summary>
    public static void RetirePrevious(this ApiToken token, DateTimeOffset now)
    {
        if (token.PreviousValue(now) is { } previous)
            previous.RetiresAt = now;
        token.PreviousEndsAt = null;
    }

    /// <summary>Takes the rotation back: the previous value is the present one again, with its age and its maker, and the newer one is retired.</summary>
    /// <exception cref="InvalidOperationException">There is no overlap.</exception>
    public static void RestorePrevious(this ApiToken token, DateTimeOffset now)
    {
        var previous = token.PreviousValue(now) ?? throw new InvalidOperationException("No previous value answers any more.");
        token.PresentValue().RetiresAt = now;
        previous.RetiresAt = null;
        previous.RetiresOnFirstUse = false;
        token.PreviousEndsAt = null;
        token.ValueStart = previous.Start;
        token.ValueSetAt = previous.CreatedAt;
        var isFirst = previous.Generation == 1;
        token.RotatedAt = isFirst ? null : previous.CreatedAt;
        token.RotatedBy = isFirst ? null : previous.MadeBy;
    }

    private static void SetValue(this ApiToken token, in TokenValue value, TokenHasher hasher, DateTimeOffset now, Actor by)
    {
        var hash = hasher.Hash(value);
        token.Values.Add(new StoredValue
        {
            TokenId = token.Id,
            Generation = token.Values.Select(former => former.Generation).DefaultIfEmpty().Max() + 1,
            Hash = hash.Bytes,
            PepperVersion = hash.PepperVersion,
            Start = value.Start,
            CreatedAt = now,
            MadeBy = by,
        });
        token.ValueStart = value.Start;
        token.ValueSetAt = now;
    }
}
