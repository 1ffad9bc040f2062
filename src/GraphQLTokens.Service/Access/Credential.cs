using GraphQLTokens.Service.Domain;
using Microsoft.Extensions.Primitives;

namespace GraphQLTokens.Service.Access;

/// <summary>
/// What a request presents: in <c>X-API-Key</c>, or as <c>Authorization: Bearer</c>. The same value in both is one credential;
/// two different ones, or a header sent twice, leave it open who calls, and are refused.
/// </summary>
internal readonly record struct Credential(CredentialKind Kind, string? Value)
{
    /// <summary>No credential of this service is longer; longer headers are not looked into.</summary>
    public const int MaxLength = AccessToken.MaxLength;

    private const string Bearer = "Bearer ";

    public static Credential Read(StringValues apiKey, StringValues authorization)
    {
        if (apiKey.Count > 1 || authorization.Count > 1)
            return new(CredentialKind.Ambiguous, null);
        var key = NullIfEmpty(apiKey.ToString());
        var bearer = authorization.ToString() is var header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? NullIfEmpty(header.AsSpan(Bearer.Length).Trim().ToString())
            : null;
        return (key, bearer) switch
        {
            (null, null) => new(CredentialKind.None, null),
            (not null, not null) when key != bearer => new(CredentialKind.Ambiguous, null),
            _ => new(CredentialKind.One, (key ?? bearer)!.Length <= MaxLength ? key ?? bearer : ""),
        };
    }

    /// <summary>Never the value.</summary>
    public override string ToString() => $"[credential: {Kind}]";

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}

internal enum CredentialKind
{
    None,
    One,
    Ambiguous,
}
