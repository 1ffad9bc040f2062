using System.Text.Json;
using GraphQLTokens.Engine.Errors;

namespace GraphQLTokens.Engine.Execution.Documents;

/// <summary>
/// How a request says which document it means: by its text, by a name, or by both, and then the name must be the text's own hash.
/// <code>
/// { "query": "{ a }" }
/// { "documentId": "sha256:7dba4b…cd6e" }                                                  GraphQL over HTTP, appendix "Persisted Documents"
/// { "extensions": { "persistedQuery": { "version": 1, "sha256Hash": "7dba4b…cd6e" } } }   automatic persisted queries
/// </code>
/// </summary>
/// <param name="Text">The document's text; null where only a name was given.</param>
/// <param name="Key">What the name is kept under; null where only the text was given.</param>
/// <param name="IsAutomatic">The name came by the protocol of automatic persisted queries, whose clients know its errors by their words.</param>
internal readonly record struct DocumentReference(string? Text, string? Key, bool IsAutomatic)
{
    private const string ExtensionName = "persistedQuery";

    /// <summary>Whether the `extensions` of a request name a document, well or badly.</summary>
    public static bool IsIn(JsonElement extensions) => TryFind(extensions, out _);

    /// <returns>Null, or what is wrong.</returns>
    public static GraphQLError? Read(GraphQLRequest request, out DocumentReference reference)
    {
        reference = default;
        string? hash = null;
        if (TryFind(request.Extensions, out var extension) && ReadExtension(extension, out hash) is { } malformed)
            return malformed;
        var key = string.IsNullOrEmpty(request.DocumentId) ? hash : DocumentIdentifier.KeyOf(request.DocumentId);
        if (hash is not null && key != hash)
            return Malformed("documentId and extensions.persistedQuery name different documents.");

        // An empty text beside a name is none: some clients cannot leave the member out.
        var text = key is not null && request.Document is "" ? null : request.Document;
        if (text is null && key is null)
            return Malformed("The request names no document: send query, documentId or extensions.persistedQuery.");
        reference = new DocumentReference(text, key, hash is not null);
        return null;
    }

    private static bool TryFind(JsonElement extensions, out JsonElement extension)
    {
        extension = default;
        return extensions.ValueKind == JsonValueKind.Object && extensions.TryGetProperty(ExtensionName, out extension) && extension.ValueKind != JsonValueKind.Null;
    }

    private static GraphQLError? ReadExtension(JsonElement extension, out string? hash)
    {
        hash = null;
        if (extension.ValueKind != JsonValueKind.Object)
            return Malformed("extensions.persistedQuery must be an object.");
        if (!extension.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number != 1)
            return Malformed("Unsupported persisted query version");
        if (!extension.TryGetProperty("sha256Hash", out var name) || name.ValueKind != JsonValueKind.String || name.GetString() is not { Length: > 0 } given)
            return Malformed("extensions.persistedQuery.sha256Hash must be a string.");
        hash = DocumentIdentifier.KeyOf(given);
        return null;
    }

    private static GraphQLError Malformed(string message) => new(message, code: ErrorCodes.BadRequest);
}
