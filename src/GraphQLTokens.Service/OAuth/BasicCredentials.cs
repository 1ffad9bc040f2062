using System.Text;

namespace GraphQLTokens.Service.OAuth;

/// <summary>A name and a password in <c>Authorization: Basic</c> (RFC 7617), UTF-8.</summary>
internal readonly record struct BasicCredentials(string Name, string Password)
{
    private const string Scheme = "Basic ";
    private const int MaxLength = 16 * 1024;

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    public static bool IsIn(HttpRequest request) => request.Headers.Authorization.ToString().StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>False for a header that is sent twice, is no base64 of UTF-8, or has no colon.</summary>
    public static bool TryRead(HttpRequest request, out BasicCredentials credentials)
    {
        credentials = default;
        if (request.Headers.Authorization is not [{ } header] || header.Length > MaxLength || !IsIn(request))
            return false;
        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[Scheme.Length..].Trim(), bytes, out var length))
            return false;
        try
        {
            var text = Utf8.GetString(bytes, 0, length);
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
                return false;
            credentials = new(text[..colon], text[(colon + 1)..]);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>RFC 6749 section 2.3.1: a client encodes both as in a form before it puts them here.</summary>
    public BasicCredentials FormDecoded() => new(Decode(Name), Decode(Password));

    /// <summary>Never the password.</summary>
    public override string ToString() => "[basic credentials]";

    private static string Decode(string text) => System.Net.WebUtility.UrlDecode(text);
}
