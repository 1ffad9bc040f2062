using System.Buffers;
using GraphQLTokens.Engine.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace GraphQLTokens.Engine.Transports.Http;

/// <summary>Reads a body into one piece of memory and no further than the limit, whatever length the headers promise.</summary>
internal static class RequestBody
{
    /// <returns>Null, or why the body could not be had whole.</returns>
    public static async ValueTask<GraphQLError?> ReadAsync(HttpContext context, PooledBuffer into, int limit)
    {
        if (context.Request.ContentLength > limit)
            return Refusals.BodyTooLong(limit);
        LetServerStopAt(limit, context.Features.Get<IHttpMaxRequestBodySizeFeature>());
        try
        {
            return await CopyAsync(context, into, limit);
        }
        catch (BadHttpRequestException exception)
        {
            return exception.StatusCode switch
            {
                StatusCodes.Status413PayloadTooLarge => Refusals.BodyTooLong(limit),
                StatusCodes.Status408RequestTimeout => Refusals.TooSlow(),
                _ => Refusals.Malformed("The request body breaks the rules of HTTP."),
            };
        }
    }

    private static async ValueTask<GraphQLError?> CopyAsync(HttpContext context, PooledBuffer into, int limit)
    {
        var reader = context.Request.BodyReader;
        while (true)
        {
            var result = await reader.ReadAsync(context.RequestAborted);
            var arrived = result.Buffer;
            var fits = into.Length + arrived.Length <= limit;
            if (fits)
            {
                foreach (var segment in arrived)
                    into.Write(segment.Span);
            }

            reader.AdvanceTo(arrived.End);
            if (!fits)
                return Refusals.BodyTooLong(limit);
            if (result.IsCompleted)
                return null;
        }
    }

    // The server drains what is left of a body to keep the connection. With its own limit as low as ours it hangs up on an endless one instead.
    private static void LetServerStopAt(int limit, IHttpMaxRequestBodySizeFeature? server)
    {
        if (server is { IsReadOnly: false } && (server.MaxRequestBodySize is null || server.MaxRequestBodySize > limit))
            server.MaxRequestBodySize = limit;
    }
}
