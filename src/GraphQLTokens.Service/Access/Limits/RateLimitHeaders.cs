using System.Globalization;
using GraphQLTokens.Service.Domain.Limits;

namespace GraphQLTokens.Service.Access.Limits;

/// <summary>
/// The fields of draft-ietf-httpapi-ratelimit-headers (version 11), which are structured fields (RFC 9651): the policy's name as a string, with parameters.
/// <code>
/// RateLimit-Policy: "token";q=100;w=60     100 uses in 60 seconds
/// RateLimit: "token";r=99;t=1              99 left, all of them again in a second
/// </code>
/// </summary>
internal static class RateLimitHeaders
{
    public const string Policy = "RateLimit-Policy";
    public const string State = "RateLimit";

    /// <summary>What the limit counts by.</summary>
    private const string Name = "\"token\"";

    public static void Write(IHeaderDictionary headers, in MeterReading reading)
    {
        headers[Policy] = string.Create(CultureInfo.InvariantCulture, $"{Name};q={reading.Limit.Limit};w={MeterReading.Seconds(reading.Limit.Window)}");
        // Over the limit, `t` is the moment that Retry-After names (section 5 of the draft).
        var seconds = MeterReading.Seconds(reading.IsAllowed ? reading.ResetsAfter : reading.RetryAfter);
        headers[State] = string.Create(CultureInfo.InvariantCulture, $"{Name};r={(reading.IsAllowed ? reading.Remaining : 0)};t={seconds}");
    }
}
