using System.Text.Json;
using GraphQLTokens.Engine.Execution;
using Microsoft.AspNetCore.Http;

namespace GraphQLTokens.Engine.Transports.Http;

/// <summary>The parameters of a request (GraphQL over HTTP, "GraphQL-over-HTTP Request"), as read. Disposed once the response is written.</summary>
internal sealed class HttpParameters : IDisposable
{
    public string? Document { get; set; }

    public string? OperationName { get; set; }

    public JsonDocument? Variables { get; set; }

    public JsonDocument? Extensions { get; set; }

    public GraphQLRequest ToRequest(HttpContext context, GraphQLHttpOptions options, bool queriesOnly) => new()
    {
        Document = Document!,
        OperationName = OperationName,
        Variables = Variables?.RootElement ?? default,
        Extensions = Extensions?.RootElement ?? default,
        Caller = options.Caller(context),
        QueriesOnly = queriesOnly,
        HideSchema = options.HideSchema(context),
        AdmitIntrospection = options.AdmitIntrospection,
    };

    public void Dispose()
    {
        Variables?.Dispose();
        Extensions?.Dispose();
    }
}
