using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Persistence.Reading;

/// <summary>
/// What somebody of a tenant has in sight: the tenant's own and everything below it. The root tenant sees all, and a tenant with none below it only
/// its own: said to the store in these words, each has an index that serves it.
/// <para>One that is out of date shows less, never more: the root stays the root, and what lies below is looked up in the rows themselves.</para>
/// </summary>
internal readonly record struct TenantSight(Guid TenantId, TenantSightKind Kind)
{
    /// <param name="isRoot">Whether the tenant has none above it.</param>
    /// <param name="hasOthersBelow">Whether a row of <see cref="TenantAncestry"/> names it as the ancestor of another.</param>
    public static TenantSight Of(Guid tenantId, bool isRoot, bool hasOthersBelow) => new(
        tenantId,
        isRoot ? TenantSightKind.Everything : hasOthersBelow ? TenantSightKind.Below : TenantSightKind.Own);
}

internal enum TenantSightKind
{
    /// <summary>Also of a tenant that is not there: nothing is its own.</summary>
    Own,

    /// <summary>Its own, and that of each tenant below it.</summary>
    Below,
    Everything,
}
