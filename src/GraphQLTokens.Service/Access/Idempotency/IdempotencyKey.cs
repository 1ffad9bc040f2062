using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace GraphQLTokens.Service.Access.Idempotency;

/// <summary>
/// The header <c>Idempotency-Key</c> (draft-ietf-httpapi-idempotency-key-header, section 2): a string of structured fields (RFC 9651, section 3.3.3), such as
/// <c>"8e03978e-40d5-43dd-bc93-6894a57f9324"</c>. Most clients send it without the quotes, which means the same here.
/// </summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    private const int MaxLength = 255;

    /// <param name="key">1 to 255 printable characters of ASCII.</param>
    public static bool TryRead(StringValues header, [NotNullWhen(true)] out string? key)
    {
        key = header.Count == 1 ? Unquote(header.ToString()) : null;
        return key is { Length: >= 1 and <= MaxLength } && key.All(character => character is >= ' ' and <= '~');
    }

    private static string? Unquote(string text)
    {
        if (!text.StartsWith('"'))
            return text;
        var inner = new StringBuilder(text.Length);
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '"')
                return i == text.Length - 1 ? inner.ToString() : null;
            if (text[i] == '\\' && (++i == text.Length || text[i] is not ('"' or '\\')))
                return null;
            inner.Append(text[i]);
        }
        return null;
    }
}
