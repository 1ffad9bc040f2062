using System.Collections.Immutable;
using System.Text.Json;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Operations.AccessTokens;

/// <summary>The claims of an access token by name, and the way back from a payload whose signature has been verified.</summary>
internal static class JwtClaims
{
    public const string Subject = "sub";
    public const string Client = "client_id";
    public const string Id = "jti";
    public const string Audience = "aud";
    public const string IssuedAt = "iat";
    public const string End = "exp";
    public const string Scope = "scope";
    public const string Permissions = "permissions";
    public const string Role = "role";
    public const string Tenant = "tenant";
    public const string ValueGeneration = "value_generation";
    public const string IssuedFrom = "issued_from";

    /// <summary>Null when a claim is missing or of another kind: signed by this service once, for something else.</summary>
    public static AccessToken? Read(ReadOnlyMemory<byte> payload)
    {
        using var document = JsonDocument.Parse(payload);
        var claims = document.RootElement;
        return EntityId.TryParse(Text(claims, Id), out var id)
            && EntityId.TryParse(Text(claims, Subject), out var tokenId)
            && Text(claims, Client) == Text(claims, Subject)
            && Text(claims, Audience) is { } audience
            && Number(claims, IssuedAt) is { } issuedAt
            && Number(claims, End) is { } end
            && Number(claims, ValueGeneration) is >= 1 and <= int.MaxValue and var generation
            && claims.TryGetProperty(Permissions, out var permissions) && permissions.ValueKind is JsonValueKind.Array
                ? new AccessToken
                {
                    Id = id,
                    TokenId = tokenId,
                    ValueGeneration = (int)generation,
                    Permissions = PermissionSet.Of(Texts(permissions)),
                    Scope = claims.TryGetProperty(Scope, out var scope) ? [.. Words(scope)] : [],
                    Audience = audience,
                    IssuedAt = DateTimeOffset.FromUnixTimeSeconds(issuedAt),
                    EndsAt = DateTimeOffset.FromUnixTimeSeconds(end),
                    IssuedFrom = claims.TryGetProperty(IssuedFrom, out var ids) ? [.. Texts(ids).Select(Guid.Parse)] : [],
                }
                : null;
    }

    private static string? Text(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var claim) && claim.ValueKind is JsonValueKind.String ? claim.GetString() : null;

    private static long? Number(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var claim) && claim.ValueKind is JsonValueKind.Number && claim.TryGetInt64(out var number) ? number : null;

    private static IEnumerable<string> Words(JsonElement scope) => scope.ValueKind is JsonValueKind.String
        ? scope.GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        : Texts(scope);

    private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(text => text.GetString()!);
}
