using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Listing;

namespace GraphQLTokens.Service.Operations.Tokens;

/// <summary>Tokens in sight, a page at a time. Without OrganizationAPITokenRead only one's own, when asked for just those.</summary>
internal sealed class ListTokens(TokenPageReader pages, PermissionCatalog catalog, TimeProvider time)
{
    public const int DefaultPageSize = 50;
    public const int MaxPageSize = 100;

    public async Task<ListTokensOutcome> RunAsync(Caller caller, ListTokensInput input, CancellationToken cancellationToken)
    {
        if (!input.OwnOnly && !caller.Holds(PermissionNames.OrganizationAPITokenRead))
            return new(ListTokensStatus.AccessDenied);
        var reading = new ListTokensReading(caller, catalog, time.Now());
        var request = reading.Read(input);
        if (reading.Faults.Count > 0)
            return new(ListTokensStatus.InvalidInput) { Faults = reading.Faults };
        return new(ListTokensStatus.Done) { Request = request, Page = await pages.ReadAsync(request, cancellationToken) };
    }

    /// <summary>How many tokens the filter matches, on all pages: asked apart, since it looks at all of them.</summary>
    public ValueTask<int> CountAsync(ListTokensOutcome listed, CancellationToken cancellationToken) =>
        pages.CountAsync(listed.Request ?? throw new ArgumentException("Nothing was listed.", nameof(listed)), cancellationToken);
}

/// <summary>The arguments of the schema's apiTokens, and of myAPITokens with <see cref="OwnOnly"/>.</summary>
internal sealed record ListTokensInput
{
    public int? First { get; init; }

    public string? After { get; init; }

    public int? Last { get; init; }

    public string? Before { get; init; }

    public TokenWhereInput? Where { get; init; }

    /// <summary>Null or empty: the newest first.</summary>
    public IReadOnlyList<TokenOrder>? Order { get; init; }

    /// <summary>Only tokens of the caller's own owner, which needs no permission.</summary>
    public bool OwnOnly { get; init; }

    /// <summary>The answer shows no more of each token than <see cref="TokenPageRequest.IsBrief"/> reads.</summary>
    public bool IsBrief { get; init; }
}

/// <summary>The schema's APITokenFilterInput, ids as the wire writes them; <see cref="TokenFilter"/> says what each means.</summary>
internal sealed record TokenWhereInput
{
    public string? NameContains { get; init; }

    public IReadOnlyList<TokenStatus>? Status { get; init; }

    public string? Permission { get; init; }

    public string? OwnerId { get; init; }

    public string? TenantId { get; init; }

    public InstantRange? CreatedAt { get; init; }

    public InstantRange? ExpiresAt { get; init; }

    public InstantRange? LastUsedAt { get; init; }

    public TimeSpan? UnusedFor { get; init; }

    public bool? RotationDue { get; init; }

    public bool? OpenToAnyAddress { get; init; }
}

internal enum ListTokensStatus
{
    Done,
    InvalidInput,

    /// <summary>OrganizationAPITokenRead is missing.</summary>
    AccessDenied,
}

/// <summary>The page is there when the status is Done, faults with InvalidInput.</summary>
internal sealed record ListTokensOutcome(ListTokensStatus Status)
{
    public TokenPage? Page { get; init; }

    public IReadOnlyList<InputFault> Faults { get; init; } = [];

    /// <summary>What <see cref="ListTokens.CountAsync"/> counts by.</summary>
    public TokenPageRequest? Request { get; init; }
}
