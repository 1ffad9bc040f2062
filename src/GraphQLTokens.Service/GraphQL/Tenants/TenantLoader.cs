using GraphQLTokens.Engine.Execution.Batching;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Tenants;

namespace GraphQLTokens.Service.GraphQL.Tenants;

/// <summary>Tenants in sight of the caller, by id.</summary>
internal sealed class TenantLoader(FindTenants find) : BatchLoader<Guid, TenantNode>
{
    public override async Task<IReadOnlyDictionary<Guid, TenantNode>> LoadAsync(IReadOnlyList<Guid> keys, object? caller, CancellationToken cancellationToken)
    {
        var found = await find.RunAsync((Caller)caller!, keys, cancellationToken);
        return found.ToDictionary(tenant => tenant.Key, tenant => new TenantNode(tenant.Value));
    }
}
