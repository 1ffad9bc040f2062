using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Service.Access.Directives;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.GraphQL.Tenants;
using GraphQLTokens.Service.GraphQL.Tokens;
using GraphQLTokens.Service.Operations;

namespace GraphQLTokens.Service.GraphQL;

/// <summary>
/// <c>node</c> and <c>nodes</c>. An id says nothing of its type, so the answer must not say more than its asker may know: whoever lacks the right to
/// any type of node is told the same of an id that is out of its reach and of one that does not exist.
/// </summary>
internal sealed class NodeQueries(TokenLoader tokens, TenantLoader tenants)
{
    private const int MaxIds = 100;

    // The permission that the schema asks for each type that implements Node; the guards of the types go by the schema itself.
    private static readonly string[] ReadPermissions = [PermissionNames.OrganizationAPITokenRead, PermissionNames.TenantRead];

    public async Task<object?> NodeAsync(string id, [Caller] Caller caller, ResolverContext context)
    {
        var found = EntityId.TryParse(id, out var key) ? await FindAsync(key, context) : null;
        var isVisible = found switch
        {
            TokenNode token => token.IsOwnOf(caller) || caller.Holds(PermissionNames.OrganizationAPITokenRead),
            TenantNode tenant => tenant.IsOwnOf(caller) || caller.Holds(PermissionNames.TenantRead),
            _ => false,
        };
        if (isVisible)
            return found;
        string[] missing = [.. ReadPermissions.Where(permission => !caller.Holds(permission))];
        return missing.Length == 0 ? null : throw Refusals.AccessDenied(missing);
    }

    public async Task<IReadOnlyList<object?>> NodesAsync(IReadOnlyList<string> ids, [Caller] Caller caller, ResolverContext context)
    {
        if (ids.Count > MaxIds)
            throw Refusals.InvalidInput([new InputFault("ids", $"must be at most {MaxIds}")]);
        return await Task.WhenAll(ids.Select(id => NodeOrErrorAsync(id, caller, context)));
    }

    private async Task<object?> NodeOrErrorAsync(string id, Caller caller, ResolverContext context)
    {
        try
        {
            return await NodeAsync(id, caller, context);
        }
        catch (GraphQLException refusal)
        {
            return refusal;
        }
    }

    private async Task<IOwned?> FindAsync(Guid id, ResolverContext context) =>
        await context.LoadAsync(tokens, id) is { } token ? token : await context.LoadAsync(tenants, id);
}
