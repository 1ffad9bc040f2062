namespace GraphQLTokens.Service.Domain;

/// <summary>A named set of permissions. Built-in ones have an immutable key and belong to the root tenant; every tenant may use them.</summary>
internal sealed class Role
{
    public required Guid Id { get; init; }

    public required Guid TenantId { get; init; }

    /// <summary>What @requiresRole names; null for a custom role, which goes by its id.</summary>
    public string? Key { get; init; }

    public required string Name
    {
        get;
        set => (field, NameKey) = (value, CaseFolding.Fold(value));
    }

    /// <summary>The name in folded case: unique within the tenant.</summary>
    public string NameKey { get; private set; } = "";

    public required PermissionSet Permissions { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }
}
