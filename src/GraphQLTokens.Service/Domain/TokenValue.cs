using System.Buffers.Binary;
using System.Diagnostics;
using System.Security.Cryptography;

namespace GraphQLTokens.Service.Domain;

/// <summary>
/// What the client holds: the secret form of an API token.
/// <code>
/// gqt_067NVMmMbKyCdbFPmvtE2x_3mPq...43 digits...Zk0aB1c2
/// |   |                      |                     |
/// |   |                      |                     checksum: CRC-32 of everything before it, 6 base62 digits
/// |   |                      secret: 32 bytes of the system's random generator, 43 base62 digits
/// |   id: the token's UUIDv7, big-endian, 22 base62 digits; stays when the token is rotated
/// prefix: [a-z][a-z0-9]{0,15}, a setting; names the issuer to people and to leak scanners
/// </code>
/// The whole is 74 to 89 characters. Stored are the hash of the whole text (<see cref="TokenHasher"/>) and <see cref="Start"/>;
/// neither the secret nor the checksum is. The id part makes verification one read by primary key; the checksum refuses
/// a mistyped value before any read. The default prefix and the pattern are documented in docs/token-format.md.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
internal readonly struct TokenValue
{
    /// <summary>Finds candidates in text, for scanners; the checksum then decides.</summary>
    public const string Pattern = "[a-z][a-z0-9]{0,15}_[0-9A-Za-z]{22}_[0-9A-Za-z]{49}";

    public const string DefaultPrefix = "gqt";
    public const int MaxPrefixLength = 16;
    public const int ChecksumLength = 6;
    public const int MaxLength = MaxPrefixLength + TailLength;

    private const int IdLength = 22;
    private const int SecretLength = 43;
    private const int SecretBytes = 32;
    private const int TailLength = 1 + IdLength + 1 + SecretLength + ChecksumLength;

    /// <summary>Four digits of the secret (24 of 256 bits) tell two values of one token apart.</summary>
    private const int ShownSecretDigits = 4;

    private readonly string text;

    private TokenValue(string text, Guid tokenId)
    {
        this.text = text;
        TokenId = tokenId;
    }

    /// <summary>The token that this value claims to belong to.</summary>
    public Guid TokenId { get; }

    /// <summary>The first characters: prefix, id and four digits of the secret. Safe to store and to show.</summary>
    public string Start => text[..^(SecretLength - ShownSecretDigits + ChecksumLength)];

    /// <summary>The value itself. Only for the answer that shows it once, and for hashing.</summary>
    public string Reveal() => text;

    /// <summary>Never the value: it must not reach a log, a trace or an exception.</summary>
    public override string ToString() => "[token value]";

    /// <summary>The same for the values of one prefix alone.</summary>
    public static string PatternFor(string prefix) => string.Concat(prefix, Pattern.AsSpan(Pattern.IndexOf('_', StringComparison.Ordinal)));

    /// <summary>Makes a new value with a fresh secret.</summary>
    /// <exception cref="ArgumentException">The prefix is not <c>[a-z][a-z0-9]{0,15}</c>.</exception>
    public static TokenValue Create(string prefix, Guid tokenId)
    {
        if (!IsPrefix(prefix))
            throw new ArgumentException("A token prefix is a lower-case letter and up to 15 lower-case letters or digits.", nameof(prefix));
        Span<char> buffer = stackalloc char[MaxLength];
        buffer = buffer[..(prefix.Length + TailLength)];
        prefix.CopyTo(buffer);
        var tail = buffer[prefix.Length..];
        tail[0] = tail[1 + IdLength] = '_';

        Span<byte> bytes = stackalloc byte[SecretBytes];
        tokenId.TryWriteBytes(bytes, bigEndian: true, out var idBytes);
        Base62.Encode(bytes[..idBytes], tail.Slice(1, IdLength));
        RandomNumberGenerator.Fill(bytes);
        Base62.Encode(bytes, tail.Slice(2 + IdLength, SecretLength));
        CryptographicOperations.ZeroMemory(bytes);
        WriteChecksum(buffer[..^ChecksumLength], buffer[^ChecksumLength..]);
        return new TokenValue(new string(buffer), tokenId);
    }

    /// <summary>False for anything that this service cannot have issued, whatever its length; never throws.</summary>
    public static bool TryParse(string? text, out TokenValue value)
    {
        value = default;
        if (text is null || text.Length <= TailLength || text.Length > MaxLength)
            return false;
        var prefix = text.AsSpan(0, text.Length - TailLength);
        var tail = text.AsSpan(prefix.Length);
        if (!IsPrefix(prefix) || tail[0] != '_' || tail[1 + IdLength] != '_')
            return false;

        Span<byte> bytes = stackalloc byte[SecretBytes];
        if (!Base62.TryDecode(tail.Slice(2 + IdLength, SecretLength), bytes)
            || !Base62.TryDecode(tail.Slice(1, IdLength), bytes = bytes[..16]))
            return false;
        Span<char> checksum = stackalloc char[ChecksumLength];
        WriteChecksum(text.AsSpan(0, text.Length - ChecksumLength), checksum);
        if (!tail[^ChecksumLength..].SequenceEqual(checksum))
            return false;
        value = new TokenValue(text, new Guid(bytes, bigEndian: true));
        return true;
    }

    /// <summary>Whether the text may stand before the first underscore.</summary>
    public static bool IsPrefix(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > MaxPrefixLength || !char.IsAsciiLetterLower(text[0]))
            return false;
        foreach (var character in text)
        {
            if (!char.IsAsciiLetterLower(character) && !char.IsAsciiDigit(character))
                return false;
        }
        return true;
    }

    private static void WriteChecksum(ReadOnlySpan<char> covered, Span<char> checksum)
    {
        Span<byte> crc = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(crc, Crc32.OfAscii(covered));
        Base62.Encode(crc, checksum);
    }
}
