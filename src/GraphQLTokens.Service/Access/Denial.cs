using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Domain.Limits;

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
        DenialKind.Unauthenticated, ServiceCodes.Unauthenticated, "Send an API token in the X-API-Key header, or as Authorization: Bearer.", "no credential");

    public static readonly Denial AmbiguousCredential = new(
        DenialKind.Unauthenticated, ServiceCodes.Unauthenticated, "The request carries more than one credential; send one.", "more than one credential");

    /// <summary>The credential was good, and ended or changed while the request ran.</summary>
    public static readonly Denial CallerChanged = new(
        DenialKind.Unauthenticated, ServiceCodes.Unauthenticated, "The API token has ended or changed meanwhile.", "token ended or changed meanwhile");

    /// <summary>The exact words that existing clients look for.</summary>
    public const string AccessDeniedWords = "access denied";

    public const string PublicUrlUnknownWords = "Service:PublicUrl is not set, and the service listens beyond loopback: nothing can be signed.";

    public IReadOnlyList<string> MissingPermissions { get; init; } = [];

    /// <summary>When it is worth while to come again; zero unless the kind is TooMany.</summary>
    public TimeSpan RetryAfter { get; init; }

    /// <summary>Whether a credential was presented at all.</summary>
    public bool HadCredential => !ReferenceEquals(this, NoCredential);

    public static Denial MissingPermission(IReadOnlyList<string> missing) =>
        new(DenialKind.Forbidden, ServiceCodes.AccessDenied, AccessDeniedWords, $"missing {string.Join(", ", missing)}") { MissingPermissions = missing };

    public static Denial MissingRole(IReadOnlyList<string> anyOf) =>
        new(DenialKind.Forbidden, ServiceCodes.AccessDenied, AccessDeniedWords, $"none of the roles {string.Join(", ", anyOf)}");

    /// <summary>The credential is good, and has been used too often.</summary>
    public static Denial RateLimited(in MeterReading reading) =>
        new(DenialKind.TooMany, ServiceCodes.RateLimitExceeded, "The API token is used more often than its limit allows.", "over the token's limit") { RetryAfter = reading.RetryAfter };

    /// <summary>Where no key is asked for, and the address has come too often.</summary>
    public static Denial AddressRateLimited(in MeterReading reading) =>
        new(DenialKind.TooMany, ServiceCodes.RateLimitExceeded, "Too many requests came from your address.", "over the address's limit") { RetryAfter = reading.RetryAfter };

    /// <summary>The credential is bad, and one of too many that came from its address.</summary>
    public static Denial TooManyFailedAttempts(in MeterReading reading) => new(
        DenialKind.TooMany, ServiceCodes.FailedAttemptLimitExceeded, "The credential is not valid, and too many such ones came from your address.", "too many bad credentials")
    {
        RetryAfter = reading.RetryAfter,
    };

    /// <summary>A gateway wants an access token made for the caller, and there can be none.</summary>
    public static Denial NoAccessToken(string why) => new(DenialKind.Forbidden, ServiceCodes.InvalidInput, $"No access token can be issued: {why}.", "no access token can be issued");

    /// <summary>An access token that ended by itself, or was ended, is told so: its API token may well be good.</summary>
    public static Denial Of(Verdict verdict) => verdict switch
    {
        { AccessToken: not null, Code: VerificationCode.Revoked, Record.Deleted: false } => Known(
            ServiceCodes.TokenRevoked, "The access token has been revoked, or its API token lost permissions.", "revoked or outgrown access token"),
        { AccessToken: not null, Code: VerificationCode.Expired } => Known(ServiceCodes.TokenExpired, "The access token has expired.", "expired access token"),
        _ => Of(verdict.Code),
    };

    /// <exception cref="ArgumentOutOfRangeException">The code is no refusal, or one that the doors word themselves.</exception>
    public static Denial Of(VerificationCode code) => code switch
    {
        VerificationCode.Malformed => Stranger("malformed value"),
        VerificationCode.Unknown => Stranger("unknown value"),
        VerificationCode.Retired => Stranger("retired value: it was rotated away"),
        VerificationCode.Revoked => Known(ServiceCodes.TokenRevoked, "The API token has been deleted.", "deleted token"),
        VerificationCode.Inactive => Known(ServiceCodes.TokenInactive, "The API token is not active.", "inactive token"),
        VerificationCode.OwnerDisabled => Known(ServiceCodes.OwnerDisabled, "The owner of the API token is disabled.", "disabled owner"),
        VerificationCode.TenantDisabled => Known(ServiceCodes.TenantDisabled, "The tenant of the API token is disabled.", "disabled tenant"),
        VerificationCode.NotYetValid => Known(ServiceCodes.TokenNotYetValid, "The API token is not valid yet.", "token not valid yet"),
        VerificationCode.Expired => Known(ServiceCodes.TokenExpired, "The API token has expired.", "expired token"),
        VerificationCode.AddressRequired => new(
            DenialKind.Forbidden, ServiceCodes.AddressRequired, "The API token is restricted to certain addresses, and yours is not known.", "address unknown"),
        VerificationCode.AddressNotAllowed => new(
            DenialKind.Forbidden, ServiceCodes.AddressNotAllowed, "The API token may not be used from your address.", "address not allowed"),
        VerificationCode.MissingPermission or VerificationCode.RateLimited or VerificationCode.Valid =>
            throw new ArgumentOutOfRangeException(nameof(code), code, "Not a refusal of a credential."),
    };

    private static Denial Stranger(string logWords) =>
        new(DenialKind.Unauthenticated, ServiceCodes.Unauthenticated, "The API token is not valid.", logWords);

    private static Denial Known(string code, string words, string logWords) =>
        new(DenialKind.Unauthenticated, code, words, logWords);
}

/// <summary>Whether another credential could help (401), this one is good and still does not suffice (403), or it is a matter of waiting (429).</summary>
internal enum DenialKind
{
    Unauthenticated,
    Forbidden,
    TooMany,
}
