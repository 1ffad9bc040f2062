using GraphQLTokens.Engine.Execution.Batching;
using GraphQLTokens.Service.GraphQL.Tokens;
using GraphQLTokens.Service.Operations.Verification;

namespace GraphQLTokens.Service.GraphQL.Verification;

/// <summary>Tokens that this request has had verified.</summary>
internal sealed class VerifiedTokenLoader(FindVerifiedTokens find, TokenNodes nodes) : BatchLoader<Guid, TokenNode>
{
    public override async Task<IReadOnlyDictionary<Guid, TokenNode>> LoadAsync(IReadOnlyList<Guid> keys, object? caller, CancellationToken cancellationToken)
    {
        var found = await find.RunAsync(keys, cancellationToken);
        return found.ToDictionary(token => token.Key, token => nodes.Verified(token.Value));
    }
}
