using System.Collections.Immutable;

namespace GraphQLTokens.Service.Domain;

/// <summary>
/// A signed, short-lived view of an API token (RFC 9068): what it may do is part of what its token may, and it ends with its token at the latest.
/// As a JWT:
/// <code>
/// header   typ at+jwt, alg ES256, kid
/// iss      the service's public URL
/// aud      the same, or the audience that was asked for; only the first is good at this service's own doors
/// sub, client_id     the token's id
/// jti      the id of this very view
/// iat, exp           whole Unix seconds
/// scope    as asked for, else every permission; one string from /oauth/token, a list from /connect/token
/// permissions        what it may do
/// role, tenant       the token's, where it has a role
/// value_generation   which of the token's values it was issued to: it ends when that value does
/// issued_from        the views, the first one first, by which it was asked for: it ends when one of them is revoked
/// </code>
/// </summary>
internal sealed record AccessToken
{
    /// <summary>How many views may lie between the token's own value and a view.</summary>
    public const int MaxIssuedFrom = 8;

    /// <summary>Of the JWT, in characters: what the doors take.</summary>
    public const int MaxLength = 8 * 1024;

    public required Guid Id { get; init; }

    public required Guid TokenId { get; init; }

    /// <summary><see cref="StoredValue.Generation"/> of the value that it was issued to, by itself or by the views between.</summary>
    public required int ValueGeneration { get; init; }

    public required PermissionSet Permissions { get; init; }

    /// <summary>The words that were asked for, or the names of all permissions.</summary>
    public required ImmutableArray<string> Scope { get; init; }

    public required string Audience { get; init; }

    /// <summary>Whole seconds.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>Whole seconds.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    public ImmutableArray<Guid> IssuedFrom { get; init; } = [];

    public TimeSpan Lifetime => EndsAt - IssuedAt;

    /// <summary>Whether it, or a view that it was issued from, is among these.</summary>
    public bool DescendsFromAny(ImmutableArray<Guid> ids) => !ids.IsEmpty && (ids.Contains(Id) || IssuedFrom.Any(ids.Contains));
}
