using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Operations.Tokens;

/// <summary>How a request names a token: by id, or as <c>self</c>, the calling one.</summary>
internal static class TokenReference
{
    public const string Self = "self";

    private const int LongestId = 36;

    /// <summary>False for text that can be no id, which is then the id of no token.</summary>
    public static bool TryResolve(string? id, Caller caller, out Guid tokenId)
    {
        if (id is not (null or Self))
            return EntityId.TryParse(id, out tokenId);
        tokenId = caller.TokenId;
        return true;
    }

    /// <summary>For a message. What is longer than any id is not told back whole, and a value that was sent as an id not with its secret.</summary>
    public static string Shown(string? id) =>
        TokenValueMask.Apply(id ?? Self) is var shown && shown.Length <= LongestId ? shown : string.Concat(shown.AsSpan(0, LongestId), "...");
}
