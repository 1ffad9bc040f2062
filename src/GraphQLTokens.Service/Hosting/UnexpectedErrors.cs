using Microsoft.AspNetCore.Diagnostics;

namespace GraphQLTokens.Service.Hosting;

/// <summary>
/// What nobody expected: the log gets all of it, the caller one sentence and the trace id under which the log has it. What the server itself
/// refuses while reading a request (too long, cut off) keeps its status.
/// </summary>
internal sealed partial class UnexpectedErrors(ILogger<UnexpectedErrors> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var trace = TraceId.Of(httpContext);
        var refused = exception as BadHttpRequestException;
        if (refused is null)
            Unexpected(exception, trace);

        httpContext.Response.StatusCode = refused?.StatusCode ?? StatusCodes.Status500InternalServerError;
        // The handler in front of this one has emptied the answer, headers included.
        SecurityHeaders.Add(httpContext.Response.Headers);
        await ServerProblem.WriteAsync(httpContext, refused is null ? "The service could not answer; its log has the reason under this trace id." : null, trace);
        return true;
    }

    [LoggerMessage(LogLevel.Error, "Unexpected error, trace {TraceId}")]
    private partial void Unexpected(Exception exception, string traceId);
}
