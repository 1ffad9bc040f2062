using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace GraphQLTokens.Service.Hosting;

/// <summary>
/// A refusal by the server itself, as RFC 9457 problem details with <c>message</c> and <c>code</c> beside. The code is the status's own name: 413, Payload Too
/// Large, is <c>PAYLOAD_TOO_LARGE</c>.
/// </summary>
internal static class ServerProblem
{
    /// <summary>Of the status that the answer has by now.</summary>
    /// <param name="words">The status's own name when null.</param>
    /// <param name="traceId">Under which the log has more.</param>
    public static async Task WriteAsync(HttpContext context, string? words, string? traceId = null)
    {
        var response = context.Response;
        var title = ReasonPhrases.GetReasonPhrase(response.StatusCode);
        response.ContentType = "application/problem+json";
        response.Headers.CacheControl = "no-store";
        await using var writer = new Utf8JsonWriter(response.BodyWriter);
        writer.WriteStartObject();
        writer.WriteString("type", "about:blank");
        writer.WriteString("title", title);
        writer.WriteNumber("status", response.StatusCode);
        writer.WriteString("detail", words ?? title);
        writer.WriteString("message", words ?? title);
        writer.WriteString("code", title.ToUpper(CultureInfo.InvariantCulture).Replace(' ', '_').Replace('-', '_'));
        if (traceId is not null)
            writer.WriteString("traceId", traceId);
        writer.WriteEndObject();
    }
}
