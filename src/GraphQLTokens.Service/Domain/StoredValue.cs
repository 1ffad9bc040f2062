namespace GraphQLTokens.Service.Domain;

/// <summary>
/// One value that a token has or had, as a hash. The one without <see cref="RetiresAt"/> is the present one. A row with it is a
/// former value: ahead of now it still answers (an overlap), behind now it is retired, and is kept so that its use can be told
/// from a value that never was. <see cref="TokenRotation"/> has the rules.
/// </summary>
internal sealed class StoredValue
{
    /// <summary>How many former values are remembered; an older one answers as unknown.</summary>
    public const int MaxFormer = 8;

    public required Guid TokenId { get; init; }

    /// <summary>From 1, one more with each rotation; a value keeps its number.</summary>
    public required int Generation { get; init; }

    public required byte[] Hash { get; init; }

    public required int PepperVersion { get; init; }

    /// <summary>What the token shows of it while it is the present one: <see cref="TokenValue.Start"/>.</summary>
    public required string Start { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required Actor? MadeBy { get; init; }

    public DateTimeOffset? RetiresAt { get; set; }

    /// <summary>Ends this former value early: as soon as a later one is used.</summary>
    public bool RetiresOnFirstUse { get; set; }

    public bool IsRetired(DateTimeOffset now) => RetiresAt <= now;
}
