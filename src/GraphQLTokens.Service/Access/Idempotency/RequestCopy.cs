using GraphQLTokens.Service.Domain;
using Microsoft.AspNetCore.Http.Features;

namespace GraphQLTokens.Service.Access.Idempotency;

/// <summary>A request and its answer, whole in memory, behind the back of what answers.</summary>
internal static class RequestCopy
{
    /// <summary>Reads the body, as long as the server lets it be, and leaves it to be read again.</summary>
    /// <exception cref="BadHttpRequestException">It is too long, or did not arrive.</exception>
    public static async Task<byte[]> ReadAsync(HttpContext context)
    {
        using var memory = new MemoryStream();
        await context.Request.Body.CopyToAsync(memory, context.RequestAborted);
        var body = memory.ToArray();
        context.Request.Body = new MemoryStream(body, writable: false);
        return body;
    }

    /// <summary>Runs what answers, and holds the answer back: nothing has been sent.</summary>
    public static async Task<KeptAnswer> CaptureAsync(HttpContext context, RequestDelegate next)
    {
        var connection = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var memory = new MemoryStream();
        var held = new StreamResponseBodyFeature(memory);
        context.Features.Set<IHttpResponseBodyFeature>(held);
        try
        {
            await next(context);
            await held.CompleteAsync();
        }
        finally
        {
            context.Features.Set(connection);
        }
        return new KeptAnswer(context.Response.StatusCode, context.Response.ContentType ?? "", memory.ToArray());
    }
}
