using GraphQLTokens.Service.Access.Directives;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.GraphQL.Tenants;

/// <summary>A tenant as the schema shows it.</summary>
internal sealed class TenantNode(Tenant tenant) : IOwned
{
    public Guid Id => tenant.Id;

    public string Name => tenant.Name;

    public bool Enabled => tenant.Enabled;

    public DateTimeOffset CreatedAt => tenant.CreatedAt;

    public Guid? ParentId => tenant.ParentId;

    public bool IsOwnOf(Caller caller) => tenant.Id == caller.TenantId;
}
