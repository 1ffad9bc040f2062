using System.Collections.Immutable;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Operations;

/// <summary>The permissions that can be granted in this deployment, in catalog order. Anyone who may call may know them.</summary>
internal sealed class ListPermissions(PermissionCatalog catalog)
{
    public ImmutableArray<Permission> Run() => catalog.All;
}
