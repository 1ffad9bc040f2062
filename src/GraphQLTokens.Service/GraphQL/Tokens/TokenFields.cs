using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.GraphQL.Tenants;
using GraphQLTokens.Service.Operations.Tokens;

namespace GraphQLTokens.Service.GraphQL.Tokens;

/// <summary>The fields of <c>APIToken</c> that lead elsewhere; a page of tokens reads each of them once.</summary>
internal sealed class TokenFields(TokenLoader tokens, TenantLoader tenants, EffectivePermissionsLoader effective, PermissionCatalog catalog)
{
    public async Task<IReadOnlyList<string>> EffectivePermissionsAsync([Parent] TokenNode node, ResolverContext context) =>
        catalog.NamesIn(await context.LoadAsync(effective, node.Token) ?? PermissionSet.None);

    public ValueTask<TenantNode?> TenantAsync([Parent] TokenNode node, ResolverContext context) => context.LoadAsync(tenants, node.Token.TenantId);

    public async Task<object?> OwnerAsync([Parent] TokenNode node, ResolverContext context) => node.Token.Owner.Kind switch
    {
        TokenOwnerKind.Tenant => await context.LoadAsync(tenants, node.Token.Owner.Id),
        // No door makes users yet, so no token is owned by one.
        TokenOwnerKind.User => null,
    };

    public ValueTask<TokenNode?> CreatedByActorAsync([Parent] TokenNode node, ResolverContext context) => ActorAsync(node.Token.CreatedBy, context);

    public ValueTask<TokenNode?> UpdatedByActorAsync([Parent] TokenNode node, ResolverContext context) => ActorAsync(node.Token.UpdatedBy, context);

    public ValueTask<TokenNode?> RotatedByAsync([Parent] TokenNode node, ResolverContext context) => ActorAsync(node.Token.RotatedBy, context);

    // Null whether the actor is gone or the caller may not see it: an error of the second alone would tell the two apart.
    private async ValueTask<TokenNode?> ActorAsync(Actor? actor, ResolverContext context)
    {
        if (actor is not { Kind: ActorKind.Token } || context.Caller is not Caller caller)
            return null;
        var found = await context.LoadAsync(tokens, actor.Id);
        return found is not null && TokenReach.MaySee(caller, found.Token) ? found : null;
    }
}
