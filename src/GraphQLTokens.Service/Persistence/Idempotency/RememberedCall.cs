using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Persistence.Idempotency;

/// <summary>A call that was done, under the key that its caller gave it. What it made and what was answered are sealed (<see cref="CallSeal"/>).</summary>
internal sealed class RememberedCall
{
    /// <summary>The caller's.</summary>
    public required Guid TokenId { get; init; }

    public required byte[] KeyHash { get; init; }

    /// <summary>Of the caller's value, which alone opens the rest.</summary>
    public required int ValueGeneration { get; init; }

    /// <summary>Of what was asked for.</summary>
    public required byte[] Fingerprint { get; init; }

    /// <summary>Of what the caller was allowed to do.</summary>
    public required byte[] Rights { get; init; }

    /// <summary>The value of the token that it made or rotated.</summary>
    public required byte[] SealedValue { get; init; }

    /// <summary>Null between the change and its answer, and where the answer was too long to keep.</summary>
    public byte[]? SealedAnswer { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
