using System.Diagnostics.CodeAnalysis;
using GraphQLTokens.Engine.Transports.Http;
using GraphQLTokens.Engine.Transports.Sse;
using GraphQLTokens.Engine.Transports.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GraphQLTokens.Engine.Transports;

/// <summary>Puts the GraphQL endpoint on a route.</summary>
public static class GraphQLEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Serves GraphQL over HTTP at a route, for every method: what is not supported is refused here, in GraphQL's own shape.
    /// Who may come in is decided in front of it, by middleware or by filters on the builder that is returned.
    /// </summary>
    /// <param name="endpoints">The application. Its services hold the <see cref="RequestExecutor"/>.</param>
    /// <param name="pattern">The route, e.g. <c>/graphql</c>.</param>
    /// <param name="options">Limits and rules; the defaults when null.</param>
    /// <exception cref="InvalidOperationException">No <see cref="RequestExecutor"/> is registered.</exception>
    public static IEndpointConventionBuilder MapGraphQL(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern = "/graphql",
        GraphQLHttpOptions? options = null)
    {
        var executor = endpoints.ServiceProvider.GetRequiredService<RequestExecutor>();
        return endpoints.MapGraphQL(pattern, options ?? new GraphQLHttpOptions(), executor.ExecuteAsync, executor.ExecuteBatchAsync, executor.StartAsync);
    }

    internal static IEndpointConventionBuilder MapGraphQL(
        this IEndpointRouteBuilder endpoints,
        string pattern,
        GraphQLHttpOptions options,
        ExecuteRequest execute,
        ExecuteBatch executeBatch,
        StartRequest start)
    {
        var services = endpoints.ServiceProvider;
        var responses = new HttpResponseWriter(options);
        var life = ServerLife.Of(services, options.Leaving);
        var logging = services.GetRequiredService<ILoggerFactory>();

        // The first that supports a request has it: those that ask for more than a method stand in front.
        List<ITransport> transports = [];
        if (options.WebSockets is { } sockets)
            transports.Add(new WebSocketTransport(start, options, sockets, responses, life, logging));
        if (options.EventStreams is { } streams)
            transports.Add(new SseTransport(start, options, streams, responses, life, logging));
        transports.Add(new PostTransport(execute, executeBatch, options, responses));
        if (options.AllowGet)
            transports.Add(new GetTransport(execute, options, responses));

        var logger = services.GetRequiredService<ILogger<GraphQLEndpoint>>();
        RequestDelegate handle = new GraphQLEndpoint([.. transports], responses, logger).HandleAsync;
        return endpoints.Map(pattern, handle).WithDisplayName($"GraphQL {pattern}");
    }
}
