using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace GraphQLTokens.Service.Domain;

/// <summary>
/// Hashes token values: HMAC-SHA256 under the newest pepper when one is configured, SHA-256 otherwise. A value carries 256 random
/// bits, so no slow hash is needed; the pepper makes a stolen database useless for checking guesses or values found elsewhere.
/// Older peppers stay readable until the last value made under them has been rotated.
/// </summary>
internal sealed class TokenHasher
{
    public const int NoPepper = 0;
    public const int MinPepperBytes = 32;

    private readonly FrozenDictionary<int, byte[]> peppers;

    /// <param name="peppers">Key bytes (at least 32) by version (1 and up).</param>
    public TokenHasher(IReadOnlyDictionary<int, byte[]> peppers)
    {
        foreach (var (version, key) in peppers)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(version, 1, nameof(peppers));
            ArgumentOutOfRangeException.ThrowIfLessThan(key.Length, MinPepperBytes, nameof(peppers));
        }
        this.peppers = peppers.ToFrozenDictionary();
        NewestVersion = peppers.Count == 0 ? NoPepper : peppers.Keys.Max();
    }

    /// <summary>The version that new hashes carry.</summary>
    public int NewestVersion { get; }

    public bool Knows(int pepperVersion) => pepperVersion == NoPepper || peppers.ContainsKey(pepperVersion);

    public TokenHash Hash(in TokenValue value)
    {
        var bytes = new byte[TokenHash.Length];
        if (!TryHash(value, NewestVersion, bytes))
            throw new InvalidOperationException("The newest pepper is missing.");
        return new TokenHash(bytes, NewestVersion);
    }

    /// <summary>Whether the hash was made of this value; the comparison takes the same time wherever they differ.</summary>
    public bool Matches(in TokenValue value, in TokenHash stored)
    {
        Span<byte> hash = stackalloc byte[TokenHash.Length];
        return TryHash(value, stored.PepperVersion, hash) && CryptographicOperations.FixedTimeEquals(hash, stored.Bytes);
    }

    private bool TryHash(in TokenValue value, int pepperVersion, Span<byte> hash)
    {
        Span<byte> text = stackalloc byte[TokenValue.MaxLength];
        text = text[..Encoding.ASCII.GetBytes(value.Reveal(), text)];
        if (pepperVersion == NoPepper)
            SHA256.HashData(text, hash);
        else if (peppers.TryGetValue(pepperVersion, out var key))
            HMACSHA256.HashData(key, text, hash);
        else
            return false;
        CryptographicOperations.ZeroMemory(text);
        return true;
    }
}
