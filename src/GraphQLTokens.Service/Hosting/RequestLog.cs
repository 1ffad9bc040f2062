using Microsoft.AspNetCore.Diagnostics;

namespace GraphQLTokens.Service.Hosting;

/// <summary>
/// One line a request: method, route, status, time, trace id. The route is the pattern and not the path that was sent, since keys end up in paths by
/// mistake; headers, bodies and query strings are never looked at. Answers of 500 and above are warnings.
/// </summary>
internal sealed partial class RequestLog(RequestDelegate next, ILoggerFactory loggers, TimeProvider clock)
{
    /// <summary>The category by which operators turn the line on and off: <c>Logging__LogLevel__GraphQLTokens.Requests=Warning</c>.</summary>
    public const string Category = "GraphQLTokens.Requests";

    private readonly ILogger _log = loggers.CreateLogger(Category);

    public Task InvokeAsync(HttpContext context) => _log.IsEnabled(LogLevel.Warning) ? LogAsync(context) : next(context);

    private async Task LogAsync(HttpContext context)
    {
        var started = clock.GetTimestamp();
        using var activity = TraceId.Begin(context);
        await next(context);
        var status = context.Response.StatusCode;
        var level = status >= StatusCodes.Status500InternalServerError ? LogLevel.Warning : LogLevel.Information;
        if (!_log.IsEnabled(level))
            return;
        var route = Route(context);
        var trace = TraceId.Of(context);
        var milliseconds = clock.GetElapsedTime(started).TotalMilliseconds;
        Answered(level, context.Request.Method, route, status, milliseconds, trace);
    }

    /// <summary>The error mask takes the endpoint away and remembers it.</summary>
    private static string Route(HttpContext context) =>
        ((context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint) as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";

    [LoggerMessage("{Method} {Route} {Status} in {Milliseconds:0.0} ms, trace {TraceId}")]
    private partial void Answered(LogLevel level, string method, string route, int status, double milliseconds, string traceId);
}
