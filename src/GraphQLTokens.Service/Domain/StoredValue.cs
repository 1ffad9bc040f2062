namespace GraphQLTokens.Service.Domain;

/// <summary>
/// One value that a token has or had, as a hash. The newest generation is the present one. A row with <see cref="RetiresAt"/> is a
/// former value: ahead of now it still answers (an overlap), behind now it is retired, and is kept so that its use can be told
/// from a value that never was.
/// </summary>
internal sealed class StoredValue
{
    /// <summary>How many former values are remembered; an older one answers as unknown.</summary>
    public const int MaxFormer = 8;

    public required Guid TokenId { get; init; }

    /// <summary>From 1, one more with each rotation.</summary>
    public required int Generation { get; init; }

    public required byte[] Hash { get; init; }

    public required int PepperVersion { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RetiresAt { get; set; }

    public bool IsRetired(DateTimeOffset now) => RetiresAt <= now;
}
