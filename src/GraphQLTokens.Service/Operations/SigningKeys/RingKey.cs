using System.Security.Cryptography;
using GraphQLTokens.Service.Domain;
using Microsoft.IdentityModel.Tokens;

namespace GraphQLTokens.Service.Operations.SigningKeys;

/// <summary>A signing key as it is used: opened, in the form that the JWT library takes.</summary>
internal sealed class RingKey
{
    private const int CoordinateLength = 32;

    /// <param name="row">Not tracked.</param>
    /// <param name="privateKey">Null: it signs no more.</param>
    public RingKey(SigningKey row, byte[]? privateKey)
    {
        Row = row;
        Public = KeyOf(row, null);
        Signing = privateKey is null ? null : new SigningCredentials(KeyOf(row, privateKey), SigningKey.Es256);
    }

    public SigningKey Row { get; }

    public string KeyId => Row.KeyId;

    public JsonWebKey Public { get; }

    public SigningCredentials? Signing { get; }

    public bool IsPublished(DateTimeOffset now) => Row.PublishedUntil is null || Row.PublishedUntil > now;

    public bool Signs(DateTimeOffset now) => Signing is not null && Row.SignsFrom <= now;

    /// <summary>A new pair.</summary>
    /// <param name="privateKey">To be sealed, and wiped.</param>
    public static SigningKey Make(DateTimeOffset now, DateTimeOffset signsFrom, out byte[] privateKey)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var parameters = pair.ExportParameters(includePrivateParameters: true);
        privateKey = parameters.D!;
        byte[] publicKey = [.. parameters.Q.X!, .. parameters.Q.Y!];
        return new SigningKey
        {
            KeyId = Base64UrlEncoder.Encode(PublicKeyOf(publicKey).ComputeJwkThumbprint()),
            PublicKey = publicKey,
            SealedPrivateKey = null,
            CreatedAt = now,
            SignsFrom = signsFrom,
        };
    }

    private static JsonWebKey KeyOf(SigningKey row, byte[]? privateKey)
    {
        var key = PublicKeyOf(row.PublicKey);
        key.KeyId = key.Kid = row.KeyId;
        key.D = privateKey is null ? null : Base64UrlEncoder.Encode(privateKey);
        return key;
    }

    private static JsonWebKey PublicKeyOf(byte[] publicKey) => new()
    {
        Kty = JsonWebAlgorithmsKeyTypes.EllipticCurve,
        Crv = JsonWebKeyECTypes.P256,
        Use = JsonWebKeyUseNames.Sig,
        Alg = SigningKey.Es256,
        X = Base64UrlEncoder.Encode(publicKey[..CoordinateLength]),
        Y = Base64UrlEncoder.Encode(publicKey[CoordinateLength..]),
    };
}
