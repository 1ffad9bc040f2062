using GraphQLTokens.Service.Operations.AccessTokens;

namespace GraphQLTokens.Service.Rest.ForwardAuth;

/// <summary>
/// An audience as it stands in a gateway's rules: percent-encoded (RFC 3986 section 2.1), once.
/// <code>
/// audience=orders
/// audience=https%3A%2F%2Forders.example
/// </code>
/// A slash or question mark stands encoded, or is a fault: where a gateway appends its client's path to its own query string, the client would choose the audience.
/// </summary>
internal static class ForwardAuthAudience
{
    public static bool TryRead(ReadOnlySpan<char> text, out string? audience)
    {
        audience = null;
        if (text.Length > 3 * AccessTokenRules.MaxAudienceLength || text.IndexOfAny('/', '?') >= 0 || !IsEncodedWell(text))
            return false;
        var decoded = Uri.UnescapeDataString(text.ToString());
        if (!AccessTokenRules.IsAudience(decoded))
            return false;
        audience = decoded;
        return true;
    }

    private static bool IsEncodedWell(ReadOnlySpan<char> text)
    {
        for (var i = text.IndexOf('%'); i >= 0 && i < text.Length; i++)
        {
            if (text[i] == '%' && !(text[i..] is ['%', var high, var low, ..] && char.IsAsciiHexDigit(high) && char.IsAsciiHexDigit(low)))
                return false;
        }
        return true;
    }
}
