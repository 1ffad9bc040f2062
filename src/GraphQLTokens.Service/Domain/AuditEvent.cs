namespace GraphQLTokens.Service.Domain;

/// <summary>Something that was done or tried, with the actor as it was then. Written once, never changed.</summary>
internal sealed class AuditEvent
{
    public required Guid Id { get; init; }

    public required Guid TenantId { get; init; }

    /// <summary>Position among the tenant's events, from 1, without gaps.</summary>
    public long Sequence { get; set; }

    /// <summary>e.g. <c>CREATE_API_TOKEN</c>.</summary>
    public required string ActionName { get; init; }

    public string? ActionDescription { get; init; }

    public required AuditResult Result { get; init; }

    /// <summary>JSON text <c>{"dynamic":{"input":...},"static":{}}</c>, secrets left out.</summary>
    public required string Params { get; init; }

    /// <summary>JSON text <c>[{"message":...}]</c>; null when nothing went wrong.</summary>
    public string? Errors { get; init; }

    public required ActorKind ActorKind { get; init; }

    public required Guid ActorId { get; init; }

    public required string ActorName { get; init; }

    /// <summary>JSON text of an object with what else was true of the actor.</summary>
    public string? ActorAttributes { get; init; }

    public string? SourceIP { get; init; }

    /// <summary>JSON text of an array: the header's values as received.</summary>
    public required string ForwardedFor { get; init; }

    public string? UserAgent { get; init; }

    public required DateTimeOffset Timestamp { get; init; }
}

/// <summary>Stored by number: append only.</summary>
internal enum AuditResult
{
    Succeeded = 0,
    Failed = 1,
    PartiallyFailed = 2,
}
