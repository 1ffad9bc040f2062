using System.Text.Json;
using GraphQLTokens.Engine.Errors;

namespace GraphQLTokens.Engine.Execution;

/// <summary>One request to execute (section 6.1), whatever transport it came by.</summary>
public sealed record GraphQLRequest
{
    /// <summary>The document's text; null where the request names a stored document instead.</summary>
    public string? Document { get; init; }

    /// <summary>
    /// The identifier of a stored document (GraphQL over HTTP, appendix "Persisted Documents"); null for none. Beside a text, the text's own hash. The other way to name
    /// one is in <see cref="Extensions"/>: <c>persistedQuery</c>.
    /// </summary>
    public string? DocumentId { get; init; }

    /// <summary>Which operation of the document; null where it holds only one.</summary>
    public string? OperationName { get; init; }

    /// <summary>A JSON object; null or undefined for none. It must stay readable until the response is written.</summary>
    public JsonElement Variables { get; init; }

    /// <summary>The protocol's `extensions` map, as sent; null or undefined for none.</summary>
    public JsonElement Extensions { get; init; }

    /// <summary>Who asks: what the transport found out, handed to directives and resolvers as it is. The engine never looks into it.</summary>
    public object? Caller { get; init; }

    /// <summary>
    /// For subscriptions: a task that completes when the caller's right to the stream has ended, with the error that says why. Null where it does not end.
    /// Called once a stream; the cancellation says that nobody waits any more.
    /// </summary>
    public Func<CancellationToken, Task<GraphQLError>>? RightEnds { get; init; }

    /// <summary>Refuses mutations: what a GET may do (GraphQL over HTTP, "GET").</summary>
    public bool QueriesOnly { get; init; }

    /// <summary>
    /// For callers that may not introspect: introspection is refused unless <see cref="AdmitIntrospection"/> says otherwise, and errors of validation and of variables name nothing of the schema.
    /// </summary>
    public bool HideSchema { get; init; }

    /// <summary>Lets callers introspect to whom the schema is hidden: where it is published, but strangers are not helped to probe it by errors.</summary>
    public bool AdmitIntrospection { get; init; }
}
