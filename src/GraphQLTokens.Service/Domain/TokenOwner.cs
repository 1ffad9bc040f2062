namespace GraphQLTokens.Service.Domain;

/// <summary>On whose behalf a token acts: a tenant, or one of its users.</summary>
internal readonly record struct TokenOwner(TokenOwnerKind Kind, Guid Id);

internal enum TokenOwnerKind
{
    Tenant,
    User,
}
