namespace GraphQLTokens.Service.Domain;

/// <summary>The verdict on a credential, in order of precedence: the first that applies is the answer, through every door.</summary>
internal enum VerificationCode
{
    Malformed,
    Unknown,
    Retired,
    Revoked,
    Inactive,
    OwnerDisabled,
    TenantDisabled,
    NotYetValid,
    Expired,
    AddressRequired,
    AddressNotAllowed,
    MissingPermission,
    RateLimited,
    Valid,
}
