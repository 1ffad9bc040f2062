using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.SigningKeys;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GraphQLTokens.Service.Operations.AccessTokens;

/// <summary>Signs access tokens; <see cref="AccessToken"/> has the claims.</summary>
internal static class JwtWriter
{
    public const string Type = "at+jwt";

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    public static string Write(AccessToken token, string issuer, RingKey key, Guid tenantId, string? roleKey, ScopeForm scope)
    {
        var id = EntityId.Format(token.TokenId);
        var claims = new Dictionary<string, object>
        {
            [JwtClaims.Subject] = id,
            [JwtClaims.Client] = id,
            [JwtClaims.Id] = EntityId.Format(token.Id),
            [JwtClaims.Scope] = scope switch
            {
                ScopeForm.Text => string.Join(' ', token.Scope),
                ScopeForm.List => token.Scope.ToArray(),
            },
            [JwtClaims.Permissions] = token.Permissions.Listed.ToArray(),
            [JwtClaims.Tenant] = EntityId.Format(tenantId),
            [JwtClaims.ValueGeneration] = token.ValueGeneration,
        };
        if (roleKey is not null)
            claims[JwtClaims.Role] = roleKey;
        if (!token.IssuedFrom.IsEmpty)
            claims[JwtClaims.IssuedFrom] = token.IssuedFrom.Select(EntityId.Format).ToArray();
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = Type,
            Issuer = issuer,
            Audience = token.Audience,
            IssuedAt = token.IssuedAt.UtcDateTime,
            Expires = token.EndsAt.UtcDateTime,
            Claims = claims,
            SigningCredentials = key.Signing,
        });
    }
}

/// <summary>How a JWT writes its scope: as RFC 9068 has it, or as a list, which existing clients of /connect/token read.</summary>
internal enum ScopeForm
{
    Text,
    List,
}
