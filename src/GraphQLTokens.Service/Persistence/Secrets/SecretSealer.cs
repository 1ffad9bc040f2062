using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace GraphQLTokens.Service.Persistence.Secrets;

/// <summary>
/// Seals what the store must keep and be able to read again, such as private keys: AES-256-GCM under the newest <c>Secrets</c> key.
/// <code>
/// 4 bytes    version of the key, big-endian
/// 12 bytes   nonce, random
/// n bytes    ciphertext
/// 16 bytes   tag
/// </code>
/// The version and the place (table, column and row, in words) are authenticated with it: a sealed secret that is copied into another row does not open.
/// The keys are there from the start on: <see cref="Start.SecretsStart"/> gives them.
/// </summary>
internal sealed class SecretSealer
{
    public const int KeyLength = 32;
    public const int FirstVersion = 1;

    private const int VersionLength = sizeof(int);
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int Overhead = VersionLength + NonceLength + TagLength;

    private FrozenDictionary<int, byte[]>? keys;

    /// <summary>The version that seals.</summary>
    public int NewestVersion { get; private set; }

    /// <summary>Whether the text is a key: 32 bytes in base64.</summary>
    public static bool IsKey(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && length == KeyLength;
    }

    /// <exception cref="InvalidOperationException">They were given before.</exception>
    public void Use(IReadOnlyDictionary<int, byte[]> byVersion)
    {
        if (keys is not null)
            throw new InvalidOperationException("The keys are there already.");
        keys = byVersion.ToFrozenDictionary();
        NewestVersion = keys.Keys.Max();
    }

    public bool Knows(int version) => Keys.ContainsKey(version);

    /// <param name="place">Where the secret is kept, e.g. <c>signing_keys/kid</c>.</param>
    public byte[] Seal(ReadOnlySpan<byte> secret, string place)
    {
        var sealedBytes = new byte[Overhead + secret.Length];
        BinaryPrimitives.WriteInt32BigEndian(sealedBytes, NewestVersion);
        var nonce = sealedBytes.AsSpan(VersionLength, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(Keys[NewestVersion], TagLength);
        aes.Encrypt(nonce, secret, sealedBytes.AsSpan(VersionLength + NonceLength, secret.Length), sealedBytes.AsSpan(^TagLength..), Authenticated(NewestVersion, place));
        return sealedBytes;
    }

    /// <summary>Under which version it was sealed.</summary>
    public static int VersionOf(ReadOnlySpan<byte> sealedBytes) => sealedBytes.Length < Overhead ? 0 : BinaryPrimitives.ReadInt32BigEndian(sealedBytes);

    /// <exception cref="CryptographicException">It was sealed under another key, for another place, or was changed since.</exception>
    public byte[] Open(ReadOnlySpan<byte> sealedBytes, string place)
    {
        var version = VersionOf(sealedBytes);
        if (!Keys.TryGetValue(version, out var key))
            throw new CryptographicException($"There is no key of version {version}.");
        var secret = new byte[sealedBytes.Length - Overhead];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(sealedBytes.Slice(VersionLength, NonceLength), sealedBytes[(VersionLength + NonceLength)..^TagLength], sealedBytes[^TagLength..], secret, Authenticated(version, place));
        return secret;
    }

    private FrozenDictionary<int, byte[]> Keys => keys ?? throw new InvalidOperationException("The service has not started: it has no keys yet.");

    private static byte[] Authenticated(int version, string place) => Encoding.UTF8.GetBytes($"{version}/{place}");
}
