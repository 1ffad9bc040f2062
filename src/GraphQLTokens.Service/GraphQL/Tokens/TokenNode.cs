using GraphQLTokens.Service.Access.Directives;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.GraphQL.Tokens;

/// <summary>A token as the schema's <c>APIToken</c> shows it.</summary>
/// <param name="token">The row.</param>
/// <param name="catalog">Spells permissions out.</param>
/// <param name="now">The instant that the status is of.</param>
internal sealed class TokenNode(ApiToken token, PermissionCatalog catalog, DateTimeOffset now) : IOwned
{
    public ApiToken Token => token;

    /// <summary>Only in the answer to create and rotate.</summary>
    public string? Value { get; init; }

    /// <summary>What a caller has just made or changed itself is shown to it, whatever it may read besides.</summary>
    public bool IsOwnChange { get; init; }

    /// <summary>So is one whose value it has just had verified.</summary>
    public bool IsVerified { get; init; }

    public Guid Id => token.Id;

    public string Name => token.Name;

    public string? Description => token.Description;

    public string ValueStart => token.ValueStart;

    /// <summary>As granted, spelled out.</summary>
    public IReadOnlyList<string> Permissions => catalog.NamesIn(token.Permissions);

    public TokenStatus Status => token.StatusAt(now);

    public IReadOnlyList<string> AllowedCIDRBlocks => token.Addresses.AllowedNames;

    public IReadOnlyList<string> DeniedCIDRBlocks => token.Addresses.DeniedNames;

    public DateTimeOffset? NotBefore => token.NotBefore;

    public DateTimeOffset? ExpiresAt => token.ExpiresAt;

    public DateTimeOffset CreatedAt => token.CreatedAt;

    public DateTimeOffset? UpdatedAt => token.UpdatedAt;

    public DateTimeOffset? RotatedAt => token.RotatedAt;

    public DateTimeOffset? PreviousValueExpiresAt => token.PreviousValueExpiresAt(now);

    public DateTimeOffset RotationDueAt => token.RotationDueAt;

    public DateTimeOffset? LastUsedAt => token.LastUsedAt;

    public string? LastUsedFrom => token.LastUsedFrom;

    /// <summary>The token's own; null: the deployment's default holds.</summary>
    public RateLimit? RateLimit => token.RateLimit;

    /// <summary>JSON text.</summary>
    public string? Metadata => token.Metadata;

    public bool IsOwnOf(Caller caller) => IsOwnChange || IsVerified || token.IsOwnOf(caller);
}
