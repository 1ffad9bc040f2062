using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Service.GraphQL.Tenants;
using GraphQLTokens.Service.GraphQL.Tokens;
using GraphQLTokens.Service.Operations;

namespace GraphQLTokens.Service.GraphQL;

/// <summary>The fields of <c>Viewer</c> that the door does not already know.</summary>
internal sealed class ViewerFields(TokenLoader tokens, TenantLoader tenants)
{
    public ValueTask<TokenNode?> ActorAsync([Parent] Viewer viewer, ResolverContext context) => context.LoadAsync(tokens, viewer.Caller.TokenId);

    public ValueTask<TokenNode?> TokenAsync([Parent] Viewer viewer, ResolverContext context) => context.LoadAsync(tokens, viewer.Caller.TokenId);

    public ValueTask<TenantNode?> TenantAsync([Parent] Viewer viewer, ResolverContext context) => context.LoadAsync(tenants, viewer.Caller.TenantId);
}
