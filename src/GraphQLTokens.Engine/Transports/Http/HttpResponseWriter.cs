using System.Buffers;
using GraphQLTokens.Engine.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace GraphQLTokens.Engine.Transports.Http;

/// <summary>
/// Writes one response: serialised whole first, so that a failure to serialise can still become a clean 500 and the length is known,
/// then sent in one piece.
/// </summary>
internal sealed class HttpResponseWriter(GraphQLHttpOptions options)
{
    // Holds the common answer without growing.
    private const int InitialBytes = 4096;

    // RFC 9110, section 10.2.3. A caller that has too many operations under way may come again when one of them has ended: soon.
    private const string RetryAfterSeconds = "1";

    public async ValueTask WriteAsync(HttpContext context, GraphQLResponse response, ResponseMediaType mediaType)
    {
        using var body = new PooledBuffer(InitialBytes);
        response.WriteTo(body);
        var status = StatusPolicy.Pick(response, mediaType, options.Statuses);
        await SendAsync(context, status, body, StatusPolicy.Label(mediaType, status, options.Statuses));
    }

    /// <summary>The responses to a batch, as an array.</summary>
    public static async ValueTask WriteBatchAsync(HttpContext context, IReadOnlyList<GraphQLResponse> batch, ResponseMediaType mediaType)
    {
        using var body = new PooledBuffer(InitialBytes);
        var separator = "["u8;
        foreach (var response in batch)
        {
            body.Write(separator);
            response.WriteTo(body);
            separator = ","u8;
        }

        body.Write("]"u8);
        await SendAsync(context, StatusCodes.Status200OK, body, mediaType);
    }

    private static async ValueTask SendAsync(HttpContext context, int status, PooledBuffer body, ResponseMediaType mediaType)
    {
        var http = context.Response;
        http.StatusCode = status;
        http.ContentType = mediaType == ResponseMediaType.GraphQLResponse
            ? "application/graphql-response+json; charset=utf-8"
            : "application/json; charset=utf-8";
        http.ContentLength = body.Length;
        if (http.StatusCode == StatusCodes.Status429TooManyRequests)
            http.Headers.RetryAfter = RetryAfterSeconds;

        // Answers belong to one caller and one moment, and may carry a secret.
        http.Headers.CacheControl = "no-store";
        http.Headers.XContentTypeOptions = "nosniff";
        http.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        await http.BodyWriter.WriteAsync(body.Written, context.RequestAborted);
    }
}
