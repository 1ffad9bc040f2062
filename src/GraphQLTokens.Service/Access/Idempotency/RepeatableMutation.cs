using System.Text.Json;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Service.Access.Idempotency;

/// <summary>
/// Which GraphQL requests an idempotency key may go with: a mutation of exactly one field, which makes or rotates a token. Anything else would be done
/// in part or twice while its caller believes it is done once. What cannot be read here is none; the executor has its own words for what it cannot read.
/// </summary>
internal static class RepeatableMutation
{
    private static readonly string[] Fields = ["createAPIToken", "rotateAPIToken"];

    // As the transport reads it: a name given twice could be read as either.
    private static readonly JsonDocumentOptions Strictly = new() { AllowDuplicateProperties = false };

    /// <param name="body">Of a POST, as JSON.</param>
    public static bool IsIn(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, Strictly);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("query", out var query) && query.ValueKind == JsonValueKind.String
                && Find(Parser.Parse(query.GetString()!), NameIn(json.RootElement)) is { Operation: OperationKind.Mutation, SelectionSet.Selections: [FieldNode field] }
                && Fields.Contains(field.Name.Value);
        }
        catch (Exception fault) when (fault is JsonException or SyntaxException or InvalidOperationException)
        {
            return false;
        }
    }

    private static string? NameIn(JsonElement request) =>
        request.TryGetProperty("operationName", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;

    private static OperationDefinitionNode? Find(DocumentNode document, string? name)
    {
        OperationDefinitionNode[] operations = [.. document.Definitions.OfType<OperationDefinitionNode>()];
        return string.IsNullOrEmpty(name)
            ? operations is [var only] ? only : null
            : operations.FirstOrDefault(operation => operation.Name?.Value == name);
    }
}
