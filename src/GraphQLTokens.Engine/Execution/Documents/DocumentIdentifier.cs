using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace GraphQLTokens.Engine.Execution.Documents;

/// <summary>
/// What documents are called (GraphQL over HTTP, appendix "Persisted Documents", "Identifying a Document"), and the key that each name is kept under.
/// <code>
/// identifier            what it is                                             key
/// sha256:7dba4b…cd6e    the SHA-256 of the text in UTF-8, in lower-case hex    7dba4b…cd6e
/// 7dba4b…cd6e           the same, as automatic persisted queries spell it      7dba4b…cd6e
/// x-build:42            one with a prefix of an application's own              as it stands
/// tokens.list           a custom one: a name, or the MD5 that Relay writes     as it stands
/// </code>
/// </summary>
internal static class DocumentIdentifier
{
    private const string HashPrefix = "sha256:";
    private const string OwnPrefix = "x-";
    private const int HashLength = 64;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");
    private static readonly SearchValues<char> Unreserved = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    /// <summary>The key of a text: its SHA-256.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static string KeyOf(string identifier) =>
        identifier.StartsWith(HashPrefix, StringComparison.Ordinal) ? identifier[HashPrefix.Length..] : identifier;

    /// <summary>Whether a key says what text it is the key of.</summary>
    public static bool IsHash(string key) => key.Length == HashLength && !key.AsSpan().ContainsAnyExcept(HexDigits);

    /// <summary>The appendix, "Document identifier syntax". A prefix that is neither SHA-256's nor an application's own is kept for later editions of it.</summary>
    public static bool IsWellFormed(string identifier)
    {
        if (identifier.StartsWith(HashPrefix, StringComparison.Ordinal))
            return IsHash(KeyOf(identifier));
        var colon = identifier.IndexOf(':', StringComparison.Ordinal);
        return colon < 0
            ? IsName(identifier)
            : colon > OwnPrefix.Length && identifier.StartsWith(OwnPrefix, StringComparison.Ordinal) && IsName(identifier.AsSpan(0, colon)) && IsName(identifier.AsSpan(colon + 1));
    }

    private static bool IsName(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(Unreserved);
}
