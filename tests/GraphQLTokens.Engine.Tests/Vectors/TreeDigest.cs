using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Tests.Vectors;

/// <summary>
/// A tree as the JSON that parse.json holds: nodes under graphql-js's names, a name as <c>["text", start, end]</c>, nothing for what is absent.
/// Reads the node classes by reflection, so that no property can be forgotten.
/// </summary>
internal static class TreeDigest
{
    private static readonly string[] NoPartOfIt = [nameof(SyntaxNode.Kind), nameof(SyntaxNode.Location), nameof(FieldNode.ResponseName)];

    public static JsonNode Of(SyntaxNode node)
    {
        if (node is NameNode name)
            return new JsonArray(name.Value, name.Location.Start, name.Location.End);
        var digest = new JsonObject
        {
            ["kind"] = node.Kind.ToString(),
            ["loc"] = new JsonArray(node.Location.Start, node.Location.End),
        };
        foreach (var property in node.GetType().GetProperties().Where(property => !NoPartOfIt.Contains(property.Name)))
        {
            if (OfValue(property.GetValue(node)) is { } value)
                digest[NameOf(property)] = value;
        }

        return digest;
    }

    private static JsonNode? OfValue(object? value) => value switch
    {
        null => null,
        SyntaxNode node => Of(node),
        string text => text,
        bool flag => flag,
        OperationKind operation => JsonNamingPolicy.CamelCase.ConvertName(operation.ToString()),
        IEnumerable nodes => nodes.Cast<SyntaxNode>().Select(Of).ToArray() is { Length: > 0 } items ? new JsonArray(items) : null,
        _ => throw new NotSupportedException($"No digest of {value.GetType()}."),
    };

    private static string NameOf(PropertyInfo property) => property.Name switch
    {
        nameof(StringValueNode.IsBlock) => "block",
        nameof(DirectiveDefinitionNode.IsRepeatable) => "repeatable",
        var name => JsonNamingPolicy.CamelCase.ConvertName(name),
    };
}
