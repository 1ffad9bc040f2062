namespace GraphQLTokens.Service.Domain;

/// <summary>
/// A key pair that signs access tokens, ES256 (RFC 7518 section 3.4: P-256). The newest that has begun to sign is the one that signs. A former one stays
/// published until the last access token under it has ended; its private half goes as soon as it signs no more.
/// </summary>
internal sealed class SigningKey
{
    public const string Es256 = "ES256";

    /// <summary>For clocks that differ, and for what was signed in the very moment of a rotation.</summary>
    public static readonly TimeSpan PublishedBeyond = TimeSpan.FromMinutes(5);

    /// <summary>RFC 7638: the thumbprint of the public half.</summary>
    public required string KeyId { get; init; }

    /// <summary>The point on the curve: x and y, 32 bytes each.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>The private scalar, sealed; null once it has signed for the last time.</summary>
    public required byte[]? SealedPrivateKey { get; set; }

    /// <summary>What is authenticated with the sealed scalar.</summary>
    public string SealedPlace => $"signing_keys/{KeyId}";

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Ahead of its creation where verifiers get time to learn of it first.</summary>
    public required DateTimeOffset SignsFrom { get; init; }

    /// <summary>Null: until it is rotated.</summary>
    public DateTimeOffset? SignsUntil { get; set; }

    /// <summary>Of the access tokens signed so far.</summary>
    public TimeSpan LongestLifetime { get; set; }

    /// <summary>Until when verifiers find it in the key set; null while its end is open.</summary>
    public DateTimeOffset? PublishedUntil => SignsUntil + LongestLifetime + PublishedBeyond;
}
