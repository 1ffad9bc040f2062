namespace GraphQLTokens.Service.Domain;

/// <summary>A customer whose tokens, users and roles are its own. The root tenant has no parent and sees all others.</summary>
internal sealed class Tenant
{
    public required Guid Id { get; init; }

    public Guid? ParentId { get; init; }

    public required string Name { get; set; }

    public bool Enabled { get; set; } = true;

    public required DateTimeOffset CreatedAt { get; init; }
}
