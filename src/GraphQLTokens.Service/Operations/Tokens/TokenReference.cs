using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Operations.Tokens;

/// <summary>How a request names a token: by id, or as <c>self</c>, the calling one.</summary>
internal static class TokenReference
{
    public const string Self = "self";

    /// <summary>False for text that can be no id, which is then the id of no token.</summary>
    public static bool TryResolve(string? id, Caller caller, out Guid tokenId)
    {
        if (id is not (null or Self))
            return EntityId.TryParse(id, out tokenId);
        tokenId = caller.TokenId;
        return true;
    }
}
