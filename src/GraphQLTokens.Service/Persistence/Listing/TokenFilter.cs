using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Persistence.Listing;

/// <summary>The schema's APITokenFilterInput: every condition given must hold.</summary>
internal sealed record TokenFilter
{
    public static readonly TokenFilter All = new();

    /// <summary>Part of the name, whatever its case.</summary>
    public string? NameContains { get; init; }

    /// <summary>One of these; an empty list matches nothing, null everything.</summary>
    public IReadOnlyCollection<TokenStatus>? Status { get; init; }

    /// <summary>Granted, by name or by the flag that means all.</summary>
    public string? Permission { get; init; }

    /// <summary>A user's id, or a tenant's for the tokens that it owns itself.</summary>
    public Guid? OwnerId { get; init; }

    public Guid? TenantId { get; init; }

    public InstantRange? CreatedAt { get; init; }

    /// <summary>Tokens that never expire lie in no range.</summary>
    public InstantRange? ExpiresAt { get; init; }

    /// <summary>Tokens that were never used lie in no range.</summary>
    public InstantRange? LastUsedAt { get; init; }

    /// <summary>Not used for at least this long; never used counts from creation.</summary>
    public TimeSpan? UnusedFor { get; init; }

    public bool? RotationDue { get; init; }

    /// <summary>True: no address is ruled out. False: some are.</summary>
    public bool? OpenToAnyAddress { get; init; }
}

/// <summary>From the first instant, which is in it, to the second, which is not; null: without end on that side.</summary>
internal sealed record InstantRange(DateTimeOffset? From, DateTimeOffset? To)
{
    /// <summary>The first instant in it.</summary>
    public DateTimeOffset Start => From ?? Instant.NotYet;

    /// <summary>The first instant behind it. An open end stops before the sentinel, so that "never" is in no range.</summary>
    public DateTimeOffset End => To is { } to && to < Instant.Never ? to : Instant.Never;
}
