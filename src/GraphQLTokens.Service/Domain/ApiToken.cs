using System.Diagnostics.CodeAnalysis;

namespace GraphQLTokens.Service.Domain;

/// <summary>An API token: its name, what it may do, from where and until when. Its secret exists only as <see cref="Values"/>.</summary>
internal sealed class ApiToken
{
    /// <summary>A value is due for rotation after 90 days.</summary>
    public static readonly TimeSpan RotationPeriod = TimeSpan.FromDays(90);

    private string? nameKey;

    public required Guid Id { get; init; }

    public required Guid TenantId { get; init; }

    /// <summary>The user that owns it; null: its tenant does.</summary>
    public Guid? OwnerUserId { get; init; }

    public Guid? RoleId { get; init; }

    public required string Name
    {
        get;
        set => (field, nameKey) = (value, null);
    }

    /// <summary>The name in folded case, to sort and search by: as it was folded when the name was given.</summary>
    /// <value>Null where it was not read: then it is folded when somebody asks.</value>
    [AllowNull]
    public string NameKey
    {
        get => nameKey ??= CaseFolding.Fold(Name);
        init => nameKey = value;
    }

    public string? Description { get; set; }

    /// <summary>As granted; what the token may do now is <see cref="KeyRecord.Permissions"/>.</summary>
    public required PermissionSet Permissions { get; set; }

    public required CidrRules Addresses { get; set; }

    public bool Active { get; set; } = true;

    public DateTimeOffset? NotBefore { get; set; }

    /// <summary><see cref="Instant.Never"/> when it does not expire: sorted by, hence never null.</summary>
    public DateTimeOffset EndsAt { get; set; } = Instant.Never;

    public DateTimeOffset? ExpiresAt => EndsAt == Instant.Never ? null : EndsAt;

    /// <summary>Of its own; null: the deployment's default holds.</summary>
    public RateLimit? RateLimit { get; set; }

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

    /// <summary>When a rotation made the present value; null while it is the first one.</summary>
    public DateTimeOffset? RotatedAt { get; set; }

    public Actor? RotatedBy { get; set; }

    /// <summary>Until when the value before the present one answers, as the last rotation set it; null when it ended at once, or was ended since.</summary>
    public DateTimeOffset? PreviousEndsAt { get; set; }

    /// <summary>Set once and for good: the row stays as a tombstone, so that its values are told from unknown ones.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    public Actor? DeletedBy { get; set; }

    /// <summary><see cref="Instant.NotYet"/> until first used: sorted by, hence never null. Written by the last-used writer alone.</summary>
    public DateTimeOffset UsedAt { get; init; } = Instant.NotYet;

    public DateTimeOffset? LastUsedAt => UsedAt == Instant.NotYet ? null : UsedAt;

    public string? LastUsedFrom { get; init; }

    /// <summary>The newest <see cref="StoredValue.Generation"/> that was ever used; 0: none. Written by the last-used writer alone, as behind as it is.</summary>
    public int UsedGeneration { get; init; }

    /// <summary>
    /// One more with each change of what the token may do, and with each rotation that ends every former value: shows that a caller's rights
    /// changed meanwhile.
    /// </summary>
    public long RightsVersion { get; set; } = 1;

    public List<StoredValue> Values { get; } = [];

    public TokenOwner Owner => OwnerUserId is { } user ? new(TokenOwnerKind.User, user) : new(TokenOwnerKind.Tenant, TenantId);

    /// <summary>Whether it counts as the caller's own: itself, what it made, and whatever belongs to the same person.</summary>
    public bool IsOwnOf(Caller caller) =>
        Id == caller.TokenId
        || CreatedBy == caller.Actor
        || (OwnerUserId is not null && OwnerUserId == caller.OwnerUserId && TenantId == caller.TenantId);

    /// <summary>Until when a former value still answers; null when none does.</summary>
    public DateTimeOffset? PreviousValueExpiresAt(DateTimeOffset now) =>
        PreviousEndsAt is { } end && end > now && EndsAt > now ? (end < EndsAt ? end : EndsAt) : null;

    public TokenStatus StatusAt(DateTimeOffset now) =>
        DeletedAt is not null ? TokenStatus.Revoked
        : !Active ? TokenStatus.Inactive
        : NotBefore > now ? TokenStatus.NotYetValid
        : EndsAt <= now ? TokenStatus.Expired
        : TokenStatus.Active;
}
