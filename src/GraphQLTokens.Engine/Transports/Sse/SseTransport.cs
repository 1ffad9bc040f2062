using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Transports.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GraphQLTokens.Engine.Transports.Sse;

/// <summary>
/// GraphQL over SSE, "Distinct connections mode": a request as of GraphQL over HTTP, answered as a stream of events. What is wrong with the HTTP
/// request is refused as HTTP; what is wrong with the document is told within the stream, since an <c>EventSource</c> shows its page nothing
/// of any other answer.
/// </summary>
internal sealed class SseTransport(
    StartRequest start,
    GraphQLHttpOptions options,
    EventStreamOptions streams,
    HttpResponseWriter responses,
    ServerLife life,
    ILoggerFactory logging) : ITransport
{
    private const int InitialBytes = 1024;

    private readonly ILogger log = logging.CreateLogger<SseTransport>();

    /// <summary>GET too, where queries may come by it; then the plain GET lists it.</summary>
    public IReadOnlyList<string> Methods { get; } = [HttpMethods.Post];

    public bool Supports(HttpRequest request) =>
        (HttpMethods.IsPost(request.Method) || (options.AllowGet && HttpMethods.IsGet(request.Method)))
        && EventStreamNegotiation.IsWanted(request.Headers.Accept);

    public async Task DoAsync(HttpContext context)
    {
        // Both live as long as the stream: its variables are read again with each event.
        using var body = new PooledBuffer(InitialBytes);
        using var parameters = new HttpParameters();
        var isGet = HttpMethods.IsGet(context.Request.Method);
        if (await ReadAsync(context, isGet, body, parameters) is { } refusal)
        {
            await RefuseAsync(context, GraphQLResponse.RequestError(refusal));
            return;
        }

        var request = parameters.ToRequest(context, options, queriesOnly: isGet) with { RightEnds = options.RightEnds(context) };
        var result = await start(request, context.RequestAborted);
        if (result.Response is { HasData: false } response && IsOfHttp(response.Errors[0].Code))
        {
            if (response.Errors[0].Code == ErrorCodes.MethodNotAllowed)
                context.Response.Headers.Allow = HttpMethods.Post;
            await RefuseAsync(context, response);
            return;
        }

        await new EventStream(context, streams, life, log).SendAsync(result);
    }

    // What HTTP has a status of its own for, and headers that say what would help.
    private static bool IsOfHttp(string? code) =>
        code is ErrorCodes.MethodNotAllowed or ErrorCodes.ConcurrencyLimitExceeded or ErrorCodes.StreamLimitExceeded;

    private async ValueTask<GraphQLError?> ReadAsync(HttpContext context, bool isGet, PooledBuffer body, HttpParameters parameters)
    {
        if (isGet)
        {
            return GetTransport.CheckPreflight(context.Request.Headers, options)
                ?? RequestQueryString.Read(context.Request.QueryString, options, parameters);
        }

        return RequestContent.Check(context)
            ?? await RequestBody.ReadAsync(context, body, options.MaxBodyBytes)
            ?? RequestJson.Read(body.Written, options.MaxVariablesDepth, parameters);
    }

    // No refusal is an event stream: it comes in the next best type, which where none was named is JSON.
    private ValueTask RefuseAsync(HttpContext context, GraphQLResponse response)
    {
        MediaTypeNegotiation.Negotiate(context.Request.Headers.Accept, out var mediaType);
        return responses.WriteAsync(context, response, mediaType);
    }
}
