using System.Text.Json;
using GraphQLTokens.Engine.Language;

namespace GraphQLTokens.Engine.Execution.Documents;

/// <summary>
/// The manifests that build tools write for a client's documents.
/// <code>
/// { "sha256:7dba4b…cd6e": "query { … }", … }                          graphql-codegen's client preset; Relay's compiler, with an MD5
/// { "format": "apollo-persisted-query-manifest", "version": 1,
///   "operations": [{ "id": "7dba4b…cd6e", "body": "query { … }", … }] }   Apollo's generator
/// </code>
/// </summary>
internal static class DocumentManifest
{
    private const string ApolloFormat = "apollo-persisted-query-manifest";

    /// <exception cref="TrustedDocumentException">It is neither.</exception>
    public static IReadOnlyList<TrustedDocument> Read(SourceText manifest)
    {
        try
        {
            using var json = JsonDocument.Parse(manifest.Text, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                throw Fault(manifest, "a manifest is a JSON object of identifiers and documents");
            return StringIn(root, "format") == ApolloFormat ? ReadApollo(manifest, root) : ReadMap(manifest, root);
        }
        catch (JsonException exception)
        {
            // A member given twice is told without a place.
            throw exception.LineNumber is { } line
                ? new TrustedDocumentException($"{manifest.Name}:{line + 1}:{exception.BytePositionInLine + 1}: it is no JSON")
                : Fault(manifest, "an object in it holds the same member twice");
        }
    }

    private static List<TrustedDocument> ReadMap(SourceText manifest, JsonElement map)
    {
        var documents = new List<TrustedDocument>();
        foreach (var entry in map.EnumerateObject())
            documents.Add(Document(manifest, entry.Name, entry.Value.ValueKind == JsonValueKind.String ? entry.Value.GetString() : null));
        return documents;
    }

    private static List<TrustedDocument> ReadApollo(SourceText manifest, JsonElement root)
    {
        if (!root.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number != 1)
            throw Fault(manifest, $"of {ApolloFormat}, only version 1 is known");
        if (!root.TryGetProperty("operations", out var operations) || operations.ValueKind != JsonValueKind.Array)
            throw Fault(manifest, "it has no list of operations");
        var documents = new List<TrustedDocument>();
        foreach (var operation in operations.EnumerateArray())
            documents.Add(Document(manifest, StringIn(operation, "id") ?? throw Fault(manifest, "an operation has no id"), StringIn(operation, "body")));
        return documents;
    }

    private static TrustedDocument Document(SourceText manifest, string id, string? text) =>
        new(id, new SourceText(text ?? throw Fault(manifest, $"`{id}` has no text"), $"{manifest.Name}#{id}"));

    private static string? StringIn(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static TrustedDocumentException Fault(SourceText manifest, string fault) => new($"{manifest.Name}: {fault}");
}
