namespace GraphQLTokens.Service.Domain;

/// <summary>A person, with exactly one role. The tokens that a user owns never hold more than that role does.</summary>
internal sealed class User
{
    public required Guid Id { get; init; }

    public required Guid TenantId { get; init; }

    public required Guid RoleId { get; set; }

    public required string Email
    {
        get;
        set => (field, EmailKey) = (value, CaseFolding.Fold(value));
    }

    /// <summary>The address in folded case: unique.</summary>
    public string EmailKey { get; private set; } = "";

    public string? GivenName { get; set; }

    public string? FamilyName { get; set; }

    public bool Enabled { get; set; } = true;

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastLoggedInAt { get; set; }
}
