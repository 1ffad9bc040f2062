using System.Text.Json;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Engine.Execution.Documents;

namespace GraphQLTokens.Engine.Tests.Execution.Documents;

/// <summary>An executor with stored documents, whose fields all answer 1, and requests in the spellings that clients have.</summary>
internal sealed class StoringEngine(StoredDocumentOptions stored, ExecutionOptions? options = null)
{
    public const string Sdl = "type Query { a: Int b: Int } type Mutation { c: Int } type Subscription { d: Int }";

    private readonly RequestExecutor executor = new(
        SchemaLoader.Load(Sdl),
        new SchemaBindings().UseFallback((_, _) => _ => new ValueTask<object?>(1), _ => null),
        (options ?? new ExecutionOptions()) with { StoredDocuments = stored });

    /// <summary>Automatic persisted queries, with the caller itself as what tells callers apart.</summary>
    public static StoringEngine Automatic(AutomaticDocumentOptions? bounds = null) =>
        new(new StoredDocumentOptions { Automatic = (bounds ?? new AutomaticDocumentOptions()) with { KeyOf = caller => caller } });

    /// <summary>The answer as text.</summary>
    public string Execute(GraphQLRequest request) => TestEngine.Text(executor.ExecuteAsync(request).AsTask().Result);

    /// <summary>A request of automatic persisted queries.</summary>
    /// <param name="text">Null: the hash alone.</param>
    public string Persisted(string hash, string? text = null, string? caller = "somebody", bool hideSchema = false) => Execute(new GraphQLRequest
    {
        Document = text,
        Extensions = JsonSerializer.SerializeToElement(new { persistedQuery = new { version = 1, sha256Hash = hash } }),
        Caller = caller,
        HideSchema = hideSchema,
    });

    /// <summary>A request by <c>documentId</c>.</summary>
    public string ById(string id, string? text = null) => Execute(new GraphQLRequest { Document = text, DocumentId = id, Caller = "somebody" });

    /// <summary>Leaves a document behind, and says its hash.</summary>
    public string Register(string text, string? caller = "somebody")
    {
        var hash = DocumentIdentifier.HashOf(text);
        Persisted(hash, text, caller);
        return hash;
    }
}
