using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.GraphQL.Tokens;

/// <summary>Makes <see cref="TokenNode"/>s of rows.</summary>
internal sealed class TokenNodes(PermissionCatalog catalog, TimeProvider time)
{
    public TokenNode Of(ApiToken token) => new(token, catalog, time.Now());

    /// <summary>In the answer to a verification, to whoever asked for it with a value of the token in hand.</summary>
    public TokenNode Verified(ApiToken token) => new(token, catalog, time.Now()) { IsVerified = true };

    /// <summary>All as of the same instant.</summary>
    public TokenNode[] Of(IReadOnlyList<ApiToken> tokens)
    {
        var now = time.Now();
        var nodes = new TokenNode[tokens.Count];
        for (var i = 0; i < nodes.Length; i++)
            nodes[i] = new(tokens[i], catalog, now);
        return nodes;
    }

    /// <summary>In the answer to a change, to whoever made it.</summary>
    /// <param name="value">The new value, where the change made one.</param>
    public TokenNode Changed(ApiToken token, string? value = null) =>
        new(token, catalog, time.Now()) { Value = value, IsOwnChange = true };
}
