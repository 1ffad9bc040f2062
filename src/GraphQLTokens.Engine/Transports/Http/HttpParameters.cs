using System.Text.Json;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Documents;
using Microsoft.AspNetCore.Http;

namespace GraphQLTokens.Engine.Transports.Http;

/// <summary>The parameters of a request (GraphQL over HTTP, "GraphQL-over-HTTP Request"), as read. Disposed once the response is written.</summary>
internal sealed class HttpParameters : IDisposable
{
    public string? Document { get; set; }

    public string? DocumentId { get; set; }

    /// <summary>Null where it is empty, which means the same: a query string can say no more, and clients send it in bodies too.</summary>
    public string? OperationName { get; set => field = value is "" ? null : value; }

    public JsonDocument? Variables { get; set; }

    public JsonDocument? Extensions { get; set; }

    /// <summary>Whether they say which document is meant, by its text or by a name.</summary>
    public bool NameADocument => Document is not null || !string.IsNullOrEmpty(DocumentId) || (Extensions is { } extensions && DocumentReference.IsIn(extensions.RootElement));

    public GraphQLRequest ToRequest(HttpContext context, GraphQLHttpOptions options, bool queriesOnly) => new()
    {
        Document = Document,
        DocumentId = DocumentId,
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
