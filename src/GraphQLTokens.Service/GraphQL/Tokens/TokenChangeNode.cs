using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Service.Persistence.Writing;

namespace GraphQLTokens.Service.GraphQL.Tokens;

/// <summary>A change as the schema's <c>APITokenChange</c> shows it.</summary>
internal sealed record TokenChangeNode(TokenChangeKind Kind, Guid Id);

/// <summary>The field of <c>APITokenChange</c> that leads to the token: as it is now, which may be later than the change.</summary>
internal sealed class TokenChangeFields(TokenLoader tokens)
{
    public ValueTask<TokenNode?> TokenAsync([Parent] TokenChangeNode change, ResolverContext context) => context.LoadAsync(tokens, change.Id);
}
