namespace GraphQLTokens.Service.Domain;

/// <summary>
/// One row for each tenant and each tenant above it, itself included (depth 0): "everything below" and "is anything above
/// disabled" are then one indexed look each, on every store, however deep the tree is.
/// </summary>
internal sealed record TenantAncestry(Guid AncestorId, Guid DescendantId, int Depth);
