using System.Globalization;
using System.Text.Json;
using GraphQLTokens.Service.Domain.Limits;
using Microsoft.AspNetCore.WebUtilities;

namespace GraphQLTokens.Service.Access;

/// <summary>
/// A denial as RFC 9457 problem details, with <c>message</c> and <c>code</c> beside, which existing clients read. 401 carries
/// the challenges (RFC 9110 section 11.6.1; RFC 6750 section 3 for what Bearer adds when a token was presented),
/// 403 <c>"error": "forbidden"</c>, and 429 the seconds to wait.
/// </summary>
internal sealed class DenialResult(Denial denial) : IResult
{
    private const string Realm = "realm=\"GraphQLTokens\"";

    /// <summary>The answer's own; another one than the denial's where a gateway understands no other.</summary>
    public int Status { get; init; } = StatusOf(denial);

    public static int StatusOf(Denial denial) => denial.Kind switch
    {
        DenialKind.Unauthenticated => StatusCodes.Status401Unauthorized,
        DenialKind.Forbidden => StatusCodes.Status403Forbidden,
        DenialKind.TooMany => StatusCodes.Status429TooManyRequests,
    };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        if (denial.Kind is DenialKind.Unauthenticated)
        {
            var error = denial.HadCredential ? ", error=\"invalid_token\"" : "";
            response.Headers.WWWAuthenticate = new([$"Bearer {Realm}{error}", $"ApiKey {Realm}"]);
        }
        if (denial.Kind is DenialKind.TooMany)
            response.Headers.RetryAfter = MeterReading.Seconds(denial.RetryAfter).ToString(CultureInfo.InvariantCulture);
        response.Headers.CacheControl = "no-store";
        response.ContentType = "application/problem+json";
        await using (var json = new Utf8JsonWriter(response.BodyWriter))
            Write(json);
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", "about:blank");
        json.WriteString("title", ReasonPhrases.GetReasonPhrase(Status));
        json.WriteNumber("status", Status);
        if (denial.Kind is DenialKind.Forbidden)
            json.WriteString("error", "forbidden");
        json.WriteString("detail", denial.PublicWords);
        json.WriteString("message", denial.PublicWords);
        json.WriteString("code", denial.Code);
        if (denial.MissingPermissions.Count > 0)
        {
            json.WriteStartArray("missingPermissions");
            foreach (var permission in denial.MissingPermissions)
                json.WriteStringValue(permission);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }
}
