using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace GraphQLTokens.Service.Domain;

/// <summary>
/// Seals what is kept of a call so that only whoever presents the same token value again can open it: the store, which has no more than that
/// value's hash, cannot.
/// <code>
/// salt (32 random bytes) | tag (16) | ciphertext
/// key (32) and nonce (12) = HKDF-SHA256(the value's text, salt, "GraphQLTokens idempotency 1")
/// AES-256-GCM, with the call and the part as associated data: nothing sealed passes for something else
/// </code>
/// </summary>
/// <param name="value">Carries 256 random bits, so it needs no stretching.</param>
/// <param name="call">What names the call.</param>
internal sealed class CallSeal(in TokenValue value, byte[] call)
{
    private const int SaltLength = 32;
    private const int TagLength = 16;
    private const int KeyLength = 32;
    private const int NonceLength = 12;
    private const int HeadLength = SaltLength + TagLength;

    private readonly byte[] secret = Encoding.ASCII.GetBytes(value.Reveal());

    private static ReadOnlySpan<byte> Purpose => "GraphQLTokens idempotency 1"u8;

    public byte[] Seal(ReadOnlySpan<byte> plain, SealedPart part)
    {
        var box = new byte[HeadLength + plain.Length];
        var salt = box.AsSpan(0, SaltLength);
        RandomNumberGenerator.Fill(salt);
        Span<byte> derived = stackalloc byte[KeyLength + NonceLength];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, derived, salt, Purpose);
        using (var gcm = new AesGcm(derived[..KeyLength], TagLength))
            gcm.Encrypt(derived[KeyLength..], plain, box.AsSpan(HeadLength), box.AsSpan(SaltLength, TagLength), Context(part));
        CryptographicOperations.ZeroMemory(derived);
        return box;
    }

    public bool TryOpen(ReadOnlySpan<byte> box, SealedPart part, [NotNullWhen(true)] out byte[]? plain)
    {
        plain = null;
        if (box.Length < HeadLength)
            return false;
        var opened = new byte[box.Length - HeadLength];
        Span<byte> derived = stackalloc byte[KeyLength + NonceLength];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, derived, box[..SaltLength], Purpose);
        try
        {
            using var gcm = new AesGcm(derived[..KeyLength], TagLength);
            gcm.Decrypt(derived[KeyLength..], box[HeadLength..], box.Slice(SaltLength, TagLength), opened, Context(part));
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(derived);
        }
        plain = opened;
        return true;
    }

    private byte[] Context(SealedPart part) => [(byte)part, .. call];
}

/// <summary>Stored inside what is sealed: append only.</summary>
internal enum SealedPart
{
    /// <summary>The value that the call made.</summary>
    Value = 1,

    /// <summary>The whole answer.</summary>
    Answer = 2,
}
