namespace GraphQLTokens.Service.Domain;

/// <summary>The schema's APITokenStatus.</summary>
internal enum TokenStatus
{
    Active,
    Inactive,
    Expired,
    NotYetValid,
    Revoked,
}
