using System.Buffers;
using System.Runtime.InteropServices;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.SigningKeys;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GraphQLTokens.Service.Operations.AccessTokens;

/// <summary>
/// Reads access tokens that this service has signed. RFC 8725: the algorithm is ES256 whatever the header says, the type is <c>at+jwt</c>, the key is one of
/// this service's own by its id, and keys or places of keys in the header (<c>jwk</c>, <c>jku</c>, <c>x5u</c>, <c>x5c</c>) are not looked at. Issuer and
/// type are checked here; the audience is told, and times are left to <see cref="KeyRecord"/>.
/// <para>Checking a signature costs as much as several requests, so one that was good is remembered by the hash of the whole JWT.</para>
/// </summary>
internal sealed class JwtReader
{
    /// <summary>Of base64url (RFC 4648 section 5), and the dot between the parts.</summary>
    private static readonly SearchValues<char> Characters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    private readonly JsonWebTokenHandler handler = new() { MaximumTokenSizeInBytes = AccessToken.MaxLength };
    private readonly SigningKeyRing ring;
    private readonly IIssuer issuer;
    /// <summary>By the hash of the JWT. Only what was signed here gets in, so no stranger can push others out.</summary>
    private readonly RecentlyUsed<JwtDigest, JwtReading> seen;

    public JwtReader(SigningKeyRing ring, IIssuer issuer, IOptions<AccessTokenSettings> settings)
    {
        this.ring = ring;
        this.issuer = issuer;
        seen = new(settings.Value.Remembered);
    }

    /// <summary>Whether the text is three parts between dots: a JWT, or nothing at all.</summary>
    public static bool HasShape(string text)
    {
        var first = text.IndexOf('.', StringComparison.Ordinal);
        if (first <= 0)
            return false;
        var second = text.IndexOf('.', first + 1);
        return second > first + 1 && second < text.Length - 1 && text.IndexOf('.', second + 1) < 0;
    }

    /// <summary>Null for whatever was not signed by a published key of this service, or says something else than an access token does.</summary>
    public async ValueTask<JwtReading?> ReadAsync(string jwt)
    {
        var digest = JwtDigest.Of(jwt);
        if (seen.Find(digest) is { } known)
            return ring.TryGetPublished(known.KeyId, out _) ? known : null;
        // The handler takes padding too. Whoever keeps a list of texts elsewhere would not know the other forms; ES256 leaves it a second signature all the same
        // (s and n - s), so that only the id names a JWT.
        if (issuer.Url is not { } url || jwt.AsSpan().ContainsAnyExcept(Characters))
            return null;
        var result = await handler.ValidateTokenAsync(jwt, ParametersFor(url));
        if (!result.IsValid || result.SecurityToken is not JsonWebToken token || JwtClaims.Read(Base64UrlEncoder.DecodeBytes(token.EncodedPayload)) is not { } content)
            return null;
        var reading = new JwtReading(content, token.Kid, content.Audience == url);
        _ = seen.KeepOrFind(digest, reading);
        return reading;
    }

    private TokenValidationParameters ParametersFor(string url) => new()
    {
        ValidAlgorithms = [SigningKey.Es256],
        ValidTypes = [JwtWriter.Type],
        ValidIssuer = url,
        ValidateAudience = false,
        ValidateLifetime = false,
        RequireSignedTokens = true,
        TryAllIssuerSigningKeys = false,
        IssuerSigningKeyResolver = (_, _, keyId, _) => ring.TryGetPublished(keyId, out var key) ? [key.Public] : [],
        LogValidationExceptions = false,
    };
}

/// <param name="KeyId">Of the key that signed it.</param>
/// <param name="IsForThisService">Its audience is this service itself.</param>
internal sealed record JwtReading(AccessToken Token, string KeyId, bool IsForThisService);

/// <summary>SHA-256 of a JWT's characters.</summary>
internal readonly record struct JwtDigest(long First, long Second, long Third, long Fourth)
{
    public static JwtDigest Of(string jwt)
    {
        Span<long> parts = stackalloc long[4];
        System.Security.Cryptography.SHA256.HashData(MemoryMarshal.AsBytes(jwt.AsSpan()), MemoryMarshal.AsBytes(parts));
        return new(parts[0], parts[1], parts[2], parts[3]);
    }
}
