using GraphQLTokens.Engine.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace GraphQLTokens.Engine.Transports.Http;

/// <summary>
/// GraphQL over HTTP, "POST": a body is <c>application/json</c> in UTF-8 and says so. Nothing else is taken, least of all what a browser's form can send
/// across sites without a preflight: forms, plain text, no content type at all. A body that is compressed is refused too, because its
/// length would say nothing about its size.
/// </summary>
internal static class RequestContent
{
    /// <returns>Null, or why the body will not be read.</returns>
    public static GraphQLError? Check(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (!IsJson(headers.ContentType.ToString()))
            return Refusals.UnsupportedMediaType();
        if (headers.ContentEncoding.Count == 0)
            return null;

        // RFC 9110, section 12.5.3: a 415 for a content coding says which would have been right.
        context.Response.Headers.AcceptEncoding = "identity";
        return Refusals.UnsupportedEncoding();
    }

    private static bool IsJson(string contentType)
    {
        if (contentType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            return true;
        return MediaTypeHeaderValue.TryParse(contentType, out var parsed)
            && parsed.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            && (!parsed.Charset.HasValue || HeaderUtilities.RemoveQuotes(parsed.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
    }
}
