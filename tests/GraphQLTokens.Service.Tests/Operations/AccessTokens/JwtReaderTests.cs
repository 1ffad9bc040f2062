using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.AccessTokens;
using GraphQLTokens.Service.Operations.SigningKeys;
using GraphQLTokens.Service.Tests.Persistence;
using Microsoft.IdentityModel.Tokens;

namespace GraphQLTokens.Service.Tests.Operations.AccessTokens;

/// <summary>RFC 8725: each way to pass off a JWT as one of this service's, refused by the door's own judge.</summary>
public sealed class JwtReaderTests : IAsyncLifetime
{
    private TestService service = null!;
    private Caller root = null!;
    private string jwt = "";

    public async Task InitializeAsync()
    {
        service = await TestService.StartAsync();
        root = await service.RootAsync();
        jwt = await service.AccessTokenAsync(root);
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task Reads_what_was_signed_here()
    {
        var verdict = await service.JudgeAsync(jwt);

        Assert.Equal(VerificationCode.Valid, verdict.Code);
        Assert.Equal(root.TokenId, verdict.AccessToken!.TokenId);
    }

    [Fact]
    public void Carries_the_claims_of_RFC_9068()
    {
        var header = JwtForge.HeaderOf(jwt);
        var claims = JwtForge.PayloadOf(jwt);
        Assert.Equal(["alg", "kid", "typ"], header.Select(member => member.Key).Order());
        Assert.Equal(("ES256", "at+jwt"), ((string)header["alg"]!, (string)header["typ"]!));
        Assert.Equal(service.Get<SigningKeyRing>().Current.KeyId, (string)header["kid"]!);
        Assert.Equal(
            ["aud", "client_id", "exp", "iat", "iss", "jti", "permissions", "role", "scope", "sub", "tenant", "value_generation"],
            claims.Select(member => member.Key).Order());
        Assert.Equal("https://tokens.example.com", (string)claims["iss"]!);
        Assert.Equal("https://tokens.example.com", (string)claims["aud"]!);
        Assert.Equal(EntityId.Format(root.TokenId), (string)claims["sub"]!);
        Assert.Equal(EntityId.Format(root.TokenId), (string)claims["client_id"]!);
        Assert.Equal(EntityId.Format(root.TenantId), (string)claims["tenant"]!);
        Assert.Equal("Admin", (string)claims["role"]!);
        Assert.Equal(service.Clock.Now.ToUnixTimeSeconds(), (long)claims["iat"]!);
        Assert.Equal(service.Clock.Now.ToUnixTimeSeconds() + 600, (long)claims["exp"]!);
        Assert.Equal(1, (int)claims["value_generation"]!);
        Assert.Contains("AlertRead", claims["permissions"]!.AsArray().Select(name => (string)name!));
        Assert.Contains("AlertRead", ((string)claims["scope"]!).Split(' '));
    }

    public static TheoryData<string> Forgeries =>
    [
        "alg none, no signature", "alg None, no signature", "alg none, old signature", "HS256 with the public key as PEM", "HS256 with the public point", "HS256 with the key set's text",
        "ES256 of a key of one's own", "ES256 of a key of one's own in jwk", "ES256 of a key of one's own at jku", "ES256 of a key of one's own at x5u", "ES256 of a key of one's own, no kid",
        "kid that climbs", "kid of SQL", "other permissions", "other subject", "later end", "later generation", "other issuer", "other audience", "typ JWT", "no typ",
        "signature cut", "signature padded", "signature of zeros", "signature in DER", "payload of another", "encrypted form", "two parts", "white space inside", "empty parts",
    ];

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task Refuses_forgeries(string forgery)
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var verdict = await service.JudgeAsync(await ForgeAsync(forgery, own));

        Assert.True(verdict.Code is VerificationCode.Malformed or VerificationCode.Unknown, $"{forgery}: {verdict.Code}");
        Assert.Null(verdict.Record);
        // Neither has it taken the place of the good one.
        Assert.Equal(VerificationCode.Valid, (await service.JudgeAsync(jwt)).Code);
    }

    public static TheoryData<string> WronglySigned => ["typ JWT", "no typ", "other issuer", "other audience", "no jti", "no generation", "permissions in a string", "client of another", "no exp"];

    /// <summary>With the service's own key, as if it signed for something else as well: the signature alone is not enough.</summary>
    [Theory]
    [MemberData(nameof(WronglySigned))]
    public async Task Refuses_what_is_signed_here_and_is_no_access_token_for_here(string fault)
    {
        using var key = await OwnKeyAsync();
        var (header, claims) = (JwtForge.HeaderOf(jwt), JwtForge.PayloadOf(jwt));
        Assert.Equal(VerificationCode.Valid, (await service.JudgeAsync(JwtForge.Signed(header, claims, key))).Code);
        switch (fault)
        {
            case "typ JWT":
                header["typ"] = "JWT";
                break;
            case "no typ":
                header.Remove("typ");
                break;
            case "other issuer":
                claims["iss"] = "https://other.example.com";
                break;
            case "other audience":
                claims["aud"] = "https://other.example.com";
                break;
            case "no jti":
                claims.Remove("jti");
                break;
            case "no generation":
                claims.Remove("value_generation");
                break;
            case "permissions in a string":
                claims["permissions"] = "AlertRead";
                break;
            case "client of another":
                claims["client_id"] = EntityId.Format(Guid.CreateVersion7());
                break;
            default:
                claims.Remove("exp");
                break;
        }

        Assert.Equal(VerificationCode.Unknown, (await service.JudgeAsync(JwtForge.Signed(header, claims, key))).Code);
    }

    [Fact]
    public async Task Looks_at_no_key_in_the_header_of_a_good_one()
    {
        using var key = await OwnKeyAsync();
        var header = JwtForge.HeaderOf(jwt);
        header["jku"] = "http://127.0.0.1:1/keys";
        header["x5u"] = "http://127.0.0.1:1/cert";
        header["jwk"] = new JsonObject { ["kty"] = "oct", ["k"] = "AAAA" };

        Assert.Equal(VerificationCode.Valid, (await service.JudgeAsync(JwtForge.Signed(header, JwtForge.PayloadOf(jwt), key))).Code);
    }

    [Fact]
    public async Task A_JWT_seen_before_is_not_verified_again()
    {
        await service.JudgeAsync(jwt);
        // Without an issuer nothing new can be verified.
        ((TestIssuer)service.Get<IIssuer>()).Url = null;

        Assert.Equal(VerificationCode.Valid, (await service.JudgeAsync(jwt)).Code);
        Assert.Equal(VerificationCode.Unknown, (await service.JudgeAsync(jwt[..^4] + "AAAA")).Code);
    }

    [Theory]
    [InlineData("a.b.c", true)]
    [InlineData("a.b", false)]
    [InlineData("a.b.c.d.e", false)]
    [InlineData(".b.c", false)]
    [InlineData("a..c", false)]
    [InlineData("a.b.", false)]
    [InlineData("", false)]
    public void Knows_the_shape(string text, bool expected) => Assert.Equal(expected, JwtReader.HasShape(text));

    private async Task<string> ForgeAsync(string forgery, ECDsa own)
    {
        var (header, claims) = (JwtForge.HeaderOf(jwt), JwtForge.PayloadOf(jwt));
        var known = service.Get<SigningKeyRing>().Current.Public;
        using var published = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = JwtForge.FromBase64Url(known.X), Y = JwtForge.FromBase64Url(known.Y) },
        });
        var parts = jwt.Split('.');
        switch (forgery)
        {
            case "alg none, no signature":
                header["alg"] = "none";
                return JwtForge.Unsigned(header, claims);
            case "alg None, no signature":
                header["alg"] = "None";
                return JwtForge.Unsigned(header, claims);
            case "alg none, old signature":
                return JwtForge.Altered(jwt, head => head["alg"] = "none");
            case "HS256 with the public key as PEM":
                header["alg"] = "HS256";
                return JwtForge.Keyed(header, claims, Encoding.ASCII.GetBytes(published.ExportSubjectPublicKeyInfoPem()));
            case "HS256 with the public point":
                header["alg"] = "HS256";
                return JwtForge.Keyed(header, claims, [.. JwtForge.FromBase64Url(known.X), .. JwtForge.FromBase64Url(known.Y)]);
            case "HS256 with the key set's text":
                header["alg"] = "HS256";
                return JwtForge.Keyed(header, claims, Encoding.ASCII.GetBytes(known.X));
            case "ES256 of a key of one's own":
                return JwtForge.Signed(header, claims, own);
            case "ES256 of a key of one's own in jwk":
                var point = own.ExportParameters(false).Q;
                header["jwk"] = new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = JwtForge.Base64Url(point.X!), ["y"] = JwtForge.Base64Url(point.Y!) };
                return JwtForge.Signed(header, claims, own);
            case "ES256 of a key of one's own at jku":
                header["jku"] = "http://127.0.0.1:1/keys";
                return JwtForge.Signed(header, claims, own);
            case "ES256 of a key of one's own at x5u":
                header["x5u"] = "http://127.0.0.1:1/cert";
                return JwtForge.Signed(header, claims, own);
            case "ES256 of a key of one's own, no kid":
                header.Remove("kid");
                return JwtForge.Signed(header, claims, own);
            case "kid that climbs":
                header["kid"] = "../../../../dev/null";
                return JwtForge.Signed(header, claims, own);
            case "kid of SQL":
                header["kid"] = "' OR 1=1 --";
                return JwtForge.Signed(header, claims, own);
            case "other permissions":
                return JwtForge.Altered(jwt, payload: claim => claim["permissions"] = new JsonArray("UserModify"));
            case "other subject":
                return JwtForge.Altered(jwt, payload: claim =>
                {
                    claim["sub"] = EntityId.Format(root.TenantId);
                    claim["client_id"] = EntityId.Format(root.TenantId);
                });
            case "later end":
                return JwtForge.Altered(jwt, payload: claim => claim["exp"] = (long)claim["exp"]! + 1);
            case "later generation":
                return JwtForge.Altered(jwt, payload: claim => claim["value_generation"] = 2);
            case "other issuer":
                return JwtForge.Altered(jwt, payload: claim => claim["iss"] = "https://other.example.com");
            case "other audience":
                return JwtForge.Altered(jwt, payload: claim => claim["aud"] = "https://other.example.com");
            case "typ JWT":
                return JwtForge.Altered(jwt, head => head["typ"] = "JWT");
            case "no typ":
                return JwtForge.Altered(jwt, head => head.Remove("typ"));
            case "signature padded":
                return $"{jwt}==";
            case "signature cut":
                return jwt[..^8];
            case "signature of zeros":
                return $"{parts[0]}.{parts[1]}.{JwtForge.Base64Url(new byte[64])}";
            case "signature in DER":
                using (var key = await OwnKeyAsync())
                    return $"{parts[0]}.{parts[1]}.{JwtForge.Base64Url(key.SignData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence))}";
            case "payload of another":
                return $"{parts[0]}.{(await service.AccessTokenAsync(await service.CallerWithAsync("AlertRead"))).Split('.')[1]}.{parts[2]}";
            case "encrypted form":
                return $"{JwtForge.Base64Url("""{"alg":"dir","enc":"A256GCM","typ":"at+jwt"}"""u8.ToArray())}.AAAA.AAAA.AAAA.AAAA";
            case "two parts":
                return $"{parts[0]}.{parts[1]}";
            case "white space inside":
                return $"{parts[0]}. {parts[1]}.{parts[2]}";
            default:
                return "..";
        }
    }

    /// <summary>The private half of the service's own key, from its store.</summary>
    private async Task<ECDsa> OwnKeyAsync()
    {
        await using var db = await service.OpenAsync();
        var row = db.SigningKeys.Single();
        return ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = row.PublicKey[..32], Y = row.PublicKey[32..] },
            D = service.Get<Service.Persistence.Secrets.SecretSealer>().Open(row.SealedPrivateKey, row.SealedPlace),
        });
    }
}
