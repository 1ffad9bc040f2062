using System.Text.Json;

namespace GraphQLTokens.Bench.Comparison;

/// <summary>A document as the body of a POST.</summary>
internal static class GraphQLBody
{
    public static string Of(string document) => $$"""{"query":"{{JsonEncodedText.Encode(document)}}"}""";
}
