using System.Buffers;
using GraphQLTokens.Engine.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace GraphQLTokens.Engine.Transports.Http;

/// <summary>Reads a body into one piece of memory and no further than the limit, whatever length the headers promise.</summary>
internal static class RequestBody
{
    // The server counts the framing of chunks too: a chunk of one byte takes six.
    private const int LargestChunkingFactor = 6;

    /// <returns>Null, or why the body could not be had whole.</returns>
    public static async ValueTask<GraphQLError?> ReadAsync(HttpContext context, PooledBuffer into, int limit)
    {
        LetServerStop(context, limit);
        if (context.Request.ContentLength > limit)
            return Refusals.BodyTooLong(limit);
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
                _ => Refusals.Unreadable("The request body breaks the rules of HTTP."),
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

    // The server drains what is left of a body to keep the connection. With a limit of its own near ours it hangs up on an endless one instead.
    private static void LetServerStop(HttpContext context, int limit)
    {
        var most = context.Request.ContentLength is null ? (long)limit * LargestChunkingFactor : limit;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server && !(server.MaxRequestBodySize <= most))
            server.MaxRequestBodySize = most;
    }
}
