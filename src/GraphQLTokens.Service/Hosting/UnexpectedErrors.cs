using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;

namespace GraphQLTokens.Service.Hosting;

/// <summary>
/// What nobody expected: the log gets all of it, the caller one sentence and the trace id under which the log has it. What the server itself
/// refuses while reading a request (too long, cut off) keeps its status. Shape: <c>application/problem+json</c> with <c>message</c> and <c>code</c>.
/// </summary>
internal sealed partial class UnexpectedErrors(ILogger<UnexpectedErrors> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var trace = TraceId.Of(httpContext);
        var refused = exception as BadHttpRequestException;
        if (refused is null)
            Unexpected(exception, trace);

        var status = refused?.StatusCode ?? StatusCodes.Status500InternalServerError;
        var title = ReasonPhrases.GetReasonPhrase(status);
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "application/problem+json";
        // The handler in front of this one has emptied the answer, headers included.
        SecurityHeaders.Add(response.Headers);
        response.Headers.CacheControl = "no-store";

        await using var writer = new Utf8JsonWriter(response.BodyWriter);
        writer.WriteStartObject();
        writer.WriteString("type", "about:blank");
        writer.WriteString("title", title);
        writer.WriteNumber("status", status);
        writer.WriteString("message", refused is null ? "The service could not answer; its log has the reason under this trace id." : title);
        writer.WriteString("code", Code(title));
        writer.WriteString("traceId", trace);
        writer.WriteEndObject();
        return true;
    }

    /// <summary><c>Payload Too Large</c> is <c>PAYLOAD_TOO_LARGE</c>.</summary>
    private static string Code(string title) => title.ToUpper(CultureInfo.InvariantCulture).Replace(' ', '_').Replace('-', '_');

    [LoggerMessage(LogLevel.Error, "Unexpected error, trace {TraceId}")]
    private partial void Unexpected(Exception exception, string traceId);
}
