using System.Text.RegularExpressions;

namespace GraphQLTokens.Service.Domain;

/// <summary>
/// Token values where none belongs: pasted as an id, into a name, into a header. What is kept of such text, in the audit log above all, has them cut to
/// <see cref="TokenValue.Start"/>, and JWTs cut before their signature. The shape alone decides, without the checksum: a value that was cut or escaped on
/// its way is a secret still.
/// </summary>
internal static partial class TokenValueMask
{
    private const string Signature = "signature";

    /// <summary><c>gqt_067NVMmMbKyCdbFPmvtE2x_3mPqZ...</c> becomes <c>gqt_067NVMmMbKyCdbFPmvtE2x_3mPq***</c>.</summary>
    public static string Apply(string text) => Jwt().Replace(Secret().Replace(text, "$1***"), static jwt =>
        jwt.Groups[Signature] is { Success: true } signature ? $"{jwt.ValueSpan[..^signature.Length]}***" : jwt.Value);

    /// <summary>Whether a whole value or JWT stands in the text.</summary>
    public static bool Holds(string text) => Whole().IsMatch(text) || Jwt().Matches(text).Any(jwt => jwt.Groups[Signature].Success);

    // Both begin with what is rare in text, an underscore, so that long text is passed over quickly.
    [GeneratedRegex("(_[0-9A-Za-z]{22}_[0-9A-Za-z]{4})[0-9A-Za-z]+", RegexOptions.CultureInvariant)]
    private static partial Regex Secret();

    [GeneratedRegex("_[0-9A-Za-z]{22}_[0-9A-Za-z]{49}", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    // A JSON object begins so in base64url. What begins so and is no JWT is matched too, and passed over whole: tried anew from each "eyJ" in it, a megabyte of
    // them would take seconds.
    [GeneratedRegex($@"eyJ[0-9A-Za-z_-]+(?:\.eyJ[0-9A-Za-z_-]+\.(?<{Signature}>[0-9A-Za-z_-]+))?", RegexOptions.CultureInvariant)]
    private static partial Regex Jwt();
}
