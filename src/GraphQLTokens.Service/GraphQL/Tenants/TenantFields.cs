using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Binding;

namespace GraphQLTokens.Service.GraphQL.Tenants;

/// <summary>The fields of <c>Tenant</c> that lead elsewhere.</summary>
internal sealed class TenantFields(TenantLoader tenants)
{
    /// <summary>Null above what the caller may see.</summary>
    public ValueTask<TenantNode?> ParentAsync([Parent] TenantNode tenant, ResolverContext context) =>
        tenant.ParentId is { } parent ? context.LoadAsync(tenants, parent) : default;
}
