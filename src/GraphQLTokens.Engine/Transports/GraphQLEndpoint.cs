using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Transports.Http;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GraphQLTokens.Engine.Transports;

/// <summary>The door: hands each HTTP request to the first transport that supports it, and has the last word on what none of them expected.</summary>
internal sealed partial class GraphQLEndpoint(ITransport[] transports, HttpResponseWriter responses, ILogger<GraphQLEndpoint> logger)
{
    private readonly UnexpectedErrors unexpectedErrors = new(logger);
    private readonly string allow = string.Join(", ", transports.SelectMany(transport => transport.Methods).Distinct().Order(StringComparer.Ordinal));

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            await DispatchAsync(context);
        }
        catch (Exception exception) when (context.RequestAborted.IsCancellationRequested || exception is ConnectionResetException)
        {
            // The client has left: there is nobody to answer and nothing went wrong here.
            LogClientLeft();
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            await RefuseAsync(context, unexpectedErrors.Mask(exception, path: null));
        }
    }

    private Task DispatchAsync(HttpContext context)
    {
        foreach (var transport in transports)
        {
            if (transport.Supports(context.Request))
                return transport.DoAsync(context);
        }

        // RFC 9110, section 15.5.6: a 405 names the methods that would have been right.
        context.Response.Headers.Allow = allow;
        return RefuseAsync(context, Refusals.MethodNotAllowed(allow)).AsTask();
    }

    private ValueTask RefuseAsync(HttpContext context, GraphQLError error)
    {
        MediaTypeNegotiation.Negotiate(context.Request.Headers.Accept, out var mediaType);
        return responses.WriteAsync(context, GraphQLResponse.RequestError(error), mediaType);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The client left before the response was written")]
    private partial void LogClientLeft();
}
