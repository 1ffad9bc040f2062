namespace GraphQLTokens.Service.Operations.Tokens;

/// <summary>When a token ends, in exactly one of three ways.</summary>
internal sealed record ExpiryInput
{
    public DateTimeOffset? At { get; init; }

    /// <summary>Counted from now.</summary>
    public TimeSpan? After { get; init; }

    public bool Never { get; init; }
}
