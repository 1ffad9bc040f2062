using GraphQLTokens.Engine.Execution.Batching;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Tokens;

namespace GraphQLTokens.Service.GraphQL.Tokens;

/// <summary>Tokens in sight of the caller, by id.</summary>
internal sealed class TokenLoader(GetToken get, TokenNodes nodes) : BatchLoader<Guid, TokenNode>
{
    public override async Task<IReadOnlyDictionary<Guid, TokenNode>> LoadAsync(IReadOnlyList<Guid> keys, object? caller, CancellationToken cancellationToken)
    {
        var found = await get.FindAsync((Caller)caller!, keys, cancellationToken);
        return found.ToDictionary(token => token.Key, token => nodes.Of(token.Value));
    }
}
