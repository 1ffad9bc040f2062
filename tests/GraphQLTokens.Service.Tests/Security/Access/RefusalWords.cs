namespace GraphQLTokens.Service.Tests.Security.Access;

/// <summary>Where a door has room for words alone, the reason of a close or the description of an OAuth error, they are those that stand beside the code at the others.</summary>
internal static class RefusalWords
{
    private static readonly Dictionary<string, string> Codes = new()
    {
        ["Send an API token in the X-API-Key header, or as Authorization: Bearer."] = "UNAUTHENTICATED",
        ["The API token is not valid."] = "UNAUTHENTICATED",
        ["The API token has been deleted."] = "TOKEN_REVOKED",
        ["The access token has been revoked, or its API token lost permissions."] = "TOKEN_REVOKED",
        ["The API token is not active."] = "TOKEN_INACTIVE",
        ["The API token is not valid yet."] = "TOKEN_NOT_YET_VALID",
        ["The API token has expired."] = "TOKEN_EXPIRED",
        ["The access token has expired."] = "TOKEN_EXPIRED",
        ["The API token may not be used from your address."] = "ADDRESS_NOT_ALLOWED",
        ["The API token is used more often than its limit allows."] = "RATE_LIMIT_EXCEEDED",
    };

    public static AccessVerdict VerdictOf(string words) => new(Codes.GetValueOrDefault(words) ?? $"neither allowed nor denied: {words}");
}
