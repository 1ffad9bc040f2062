namespace GraphQLTokens.Service.Domain;

/// <summary>An API token: its name, what it may do, from where and until when. Its secret exists only as <see cref="Values"/>.</summary>
internal sealed class ApiToken
{
    /// <summary>A value is due for rotation after 90 days.</summary>
    public static readonly TimeSpan RotationPeriod = TimeSpan.FromDays(90);

    public required Guid Id { get; init; }

    public required Guid TenantId { get; init; }

    /// <summary>The user that owns it; null: its tenant does.</summary>
    public Guid? OwnerUserId { get; init; }

    public Guid? RoleId { get; init; }

    public required string Name
    {
        get;
        set => (field, NameKey) = (value, CaseFolding.Fold(value));
    }

    /// <summary>The name in folded case, to sort and search by.</summary>
    public string NameKey { get; private set; } = "";

    public string? Description { get; set; }

    /// <summary>As granted; what the token may do now is <see cref="KeyRecord.Permissions"/>.</summary>
    public required PermissionSet Permissions { get; set; }

    public required CidrRules Addresses { get; set; }

    public bool Active { get; set; } = true;

    public DateTimeOffset? NotBefore { get; set; }

    /// <summary><see cref="Instant.Never"/> when it does not expire: sorted by, hence never null.</summary>
    public DateTimeOffset EndsAt { get; set; } = Instant.Never;

    public DateTimeOffset? ExpiresAt => EndsAt == Instant.Never ? null : EndsAt;

    /// <summary>JSON object text, as written.</summary>
    public string? Metadata { get; set; }

    public required string ValueStart { get; set; }

    /// <summary>Since when the present value stands: creation or the last rotation.</summary>
    public required DateTimeOffset ValueSetAt { get; set; }

    public DateTimeOffset RotationDueAt => ValueSetAt + RotationPeriod;

    public required DateTimeOffset CreatedAt { get; init; }

    public required Actor CreatedBy { get; init; }

    public DateTimeOffset? UpdatedAt { get; set; }

    public Actor? UpdatedBy { get; set; }

    public DateTimeOffset? RotatedAt { get; set; }

    public Actor? RotatedBy { get; set; }

    /// <summary>Set once and for good: the row stays as a tombstone, so that its values are told from unknown ones.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    public Actor? DeletedBy { get; set; }

    /// <summary><see cref="Instant.NotYet"/> until first used: sorted by, hence never null. Written by the last-used writer alone.</summary>
    public DateTimeOffset UsedAt { get; private set; } = Instant.NotYet;

    public DateTimeOffset? LastUsedAt => UsedAt == Instant.NotYet ? null : UsedAt;

    public string? LastUsedFrom { get; private set; }

    /// <summary>One more with each change of what the token may do, its value included: shows that a caller's rights changed meanwhile.</summary>
    public long RightsVersion { get; set; } = 1;

    public List<StoredValue> Values { get; } = [];

    public TokenOwner Owner => OwnerUserId is { } user ? new(TokenOwnerKind.User, user) : new(TokenOwnerKind.Tenant, TenantId);

    /// <summary>
    /// Gives the token a new value, the only one that is good from now on. Former ones are remembered as retired, the oldest forgotten.
    /// </summary>
    public void SetValue(in TokenValue value, TokenHasher hasher, DateTimeOffset now)
    {
        foreach (var former in Values)
        {
            if (!former.IsRetired(now))
                former.RetiresAt = now;
        }
        var generation = Values.Count == 0 ? 1 : Values.Max(former => former.Generation) + 1;
        Values.RemoveAll(former => former.Generation < generation - StoredValue.MaxFormer);
        var hash = hasher.Hash(value);
        Values.Add(new StoredValue { TokenId = Id, Generation = generation, Hash = hash.Bytes, PepperVersion = hash.PepperVersion, CreatedAt = now });
        ValueStart = value.Start;
        ValueSetAt = now;
    }

    public TokenStatus StatusAt(DateTimeOffset now) =>
        DeletedAt is not null ? TokenStatus.Revoked
        : !Active ? TokenStatus.Inactive
        : NotBefore > now ? TokenStatus.NotYetValid
        : EndsAt <= now ? TokenStatus.Expired
        : TokenStatus.Active;
}
