using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Access;

/// <summary>
/// A refusal at a door, in two wordings. The public one tells a stranger nothing: that a value is malformed, unknown or retired reads
/// the same. Whoever presents a genuine value learns what became of it.
/// </summary>
/// <param name="Code">What programs go by.</param>
/// <param name="PublicWords">For the caller.</param>
/// <param name="LogWords">For the log; without anything secret.</param>
internal sealed record Denial(DenialKind Kind, string Code, string PublicWords, string LogWords)
{
    public static readonly Denial NoCredential = new(
        DenialKind.Unauthenticated, "UNAUTHENTICATED", "Send an API token in the X-API-Key header, or as Authorization: Bearer.", "no credential");

    public static readonly Denial AmbiguousCredential = new(
        DenialKind.Unauthenticated, "UNAUTHENTICATED", "The request carries more than one credential; send one.", "more than one credential");

    /// <summary>The exact words that existing clients look for.</summary>
    public const string AccessDeniedWords = "access denied";

    public IReadOnlyList<string> MissingPermissions { get; init; } = [];

    /// <summary>Whether a credential was presented at all.</summary>
    public bool HadCredential => !ReferenceEquals(this, NoCredential);

    public static Denial MissingPermission(IReadOnlyList<string> missing) =>
        new(DenialKind.Forbidden, "ACCESS_DENIED", AccessDeniedWords, $"missing {string.Join(", ", missing)}") { MissingPermissions = missing };

    /// <exception cref="ArgumentOutOfRangeException">The code is no refusal, or one that the doors word themselves.</exception>
    public static Denial Of(VerificationCode code) => code switch
    {
        VerificationCode.Malformed => Stranger("malformed value"),
        VerificationCode.Unknown => Stranger("unknown value"),
        VerificationCode.Retired => Stranger("retired value: it was rotated away"),
        VerificationCode.Revoked => Known("TOKEN_REVOKED", "The API token has been deleted.", "deleted token"),
        VerificationCode.Inactive => Known("TOKEN_INACTIVE", "The API token is not active.", "inactive token"),
        VerificationCode.OwnerDisabled => Known("OWNER_DISABLED", "The owner of the API token is disabled.", "disabled owner"),
        VerificationCode.TenantDisabled => Known("TENANT_DISABLED", "The tenant of the API token is disabled.", "disabled tenant"),
        VerificationCode.NotYetValid => Known("TOKEN_NOT_YET_VALID", "The API token is not valid yet.", "token not valid yet"),
        VerificationCode.Expired => Known("TOKEN_EXPIRED", "The API token has expired.", "expired token"),
        VerificationCode.AddressRequired => new(
            DenialKind.Forbidden, "ADDRESS_REQUIRED", "The API token is restricted to certain addresses, and yours is not known.", "address unknown"),
        VerificationCode.AddressNotAllowed => new(
            DenialKind.Forbidden, "ADDRESS_NOT_ALLOWED", "The API token may not be used from your address.", "address not allowed"),
        VerificationCode.MissingPermission or VerificationCode.RateLimited or VerificationCode.Valid =>
            throw new ArgumentOutOfRangeException(nameof(code), code, "Not a refusal of a credential."),
    };

    private static Denial Stranger(string logWords) =>
        new(DenialKind.Unauthenticated, "UNAUTHENTICATED", "The API token is not valid.", logWords);

    private static Denial Known(string code, string words, string logWords) =>
        new(DenialKind.Unauthenticated, code, words, logWords);
}

/// <summary>Whether another credential could help (401), or this one is good and still does not suffice (403).</summary>
internal enum DenialKind
{
    Unauthenticated,
    Forbidden,
}
