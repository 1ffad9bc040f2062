namespace GraphQLTokens.Service.Domain;

/// <summary>
/// Every value of <c>code</c> that the service itself writes, in GraphQL's <c>extensions</c> and in problem details alike.
/// <c>docs/errors.md</c> describes each; a test keeps the two equal.
/// </summary>
internal static class ServiceCodes
{
    /// <summary>No credential, or none that is known.</summary>
    public const string Unauthenticated = "UNAUTHENTICATED";

    /// <summary>The token was deleted.</summary>
    public const string TokenRevoked = "TOKEN_REVOKED";

    /// <summary>The token is switched off.</summary>
    public const string TokenInactive = "TOKEN_INACTIVE";

    /// <summary>The user that the token belongs to is disabled.</summary>
    public const string OwnerDisabled = "OWNER_DISABLED";

    /// <summary>The tenant that the token belongs to is disabled.</summary>
    public const string TenantDisabled = "TENANT_DISABLED";

    /// <summary>The token's time has not come.</summary>
    public const string TokenNotYetValid = "TOKEN_NOT_YET_VALID";

    /// <summary>The token's time is over.</summary>
    public const string TokenExpired = "TOKEN_EXPIRED";

    /// <summary>The token is restricted to addresses, and the caller's is unknown.</summary>
    public const string AddressRequired = "ADDRESS_REQUIRED";

    /// <summary>The token may not be used from the caller's address.</summary>
    public const string AddressNotAllowed = "ADDRESS_NOT_ALLOWED";

    /// <summary>The caller lacks a permission or a role.</summary>
    public const string AccessDenied = "ACCESS_DENIED";

    /// <summary>The token is used more often than its limit allows; or the address calls more often than it may, where no token is asked for.</summary>
    public const string RateLimitExceeded = "RATE_LIMIT_EXCEEDED";

    /// <summary>Too many bad credentials came from the address.</summary>
    public const string FailedAttemptLimitExceeded = "FAILED_ATTEMPT_LIMIT_EXCEEDED";

    /// <summary>There is nothing of that id that the caller may see.</summary>
    public const string NotFound = "NOT_FOUND";

    /// <summary>What is asked for does not fit what is there now.</summary>
    public const string Conflict = "CONFLICT";

    /// <summary>The deployment has not set <c>Service:PublicUrl</c>, without which nothing can be signed.</summary>
    public const string PublicUrlUnknown = "PUBLIC_URL_UNKNOWN";

    /// <summary>The <c>Idempotency-Key</c> is no key.</summary>
    public const string IdempotencyKeyInvalid = "IDEMPOTENCY_KEY_INVALID";

    /// <summary>The first request of this key is still being done.</summary>
    public const string IdempotencyKeyInUse = "IDEMPOTENCY_KEY_IN_USE";

    /// <summary>The key was used for something else, or under another value of the calling token.</summary>
    public const string IdempotencyKeyReused = "IDEMPOTENCY_KEY_REUSED";

    /// <summary>What is asked for cannot be answered again.</summary>
    public const string IdempotencyNotSupported = "IDEMPOTENCY_NOT_SUPPORTED";

    /// <summary>A value that fits its type but not the rules; <c>extensions.argument</c> names it.</summary>
    public const string InvalidInput = "INVALID_INPUT";

    /// <summary>The request cannot be read as what it should be.</summary>
    public const string BadRequest = "BAD_REQUEST";

    /// <summary>The method is none of those that the address has.</summary>
    public const string MethodNotAllowed = "METHOD_NOT_ALLOWED";

    /// <summary>The body is of a type that is not read here.</summary>
    public const string UnsupportedMediaType = "UNSUPPORTED_MEDIA_TYPE";

    /// <summary>A gateway asks for forward auth with parameters that do not exist, or a permission that does not.</summary>
    public const string ForwardAuthMisconfigured = "FORWARD_AUTH_MISCONFIGURED";
}
