using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GraphQLTokens.Engine.Errors;

namespace GraphQLTokens.Engine.Tests.Vectors;

/// <summary>
/// Where the engine keeps to the specification and the reference implementation does not (<c>docs/engine-coverage.md</c>). As narrow as can be:
/// everything else is held to the reference, and the committed cases are held to it without exception.
/// </summary>
internal static class Departure
{
    // Section 5.8.5 shows this document as wrong. The reference looks only where the place of the OneOf object is itself nullable.
    private const string NullableInOneOf = "must be non-nullable to be used for OneOf Input Object";

    // Section 3.5.2: a Float is a finite number. The reference takes a literal that no double holds as infinity.
    private const string NotFinite = "Float cannot represent non numeric value: ";

    private const string Location = "DIRECTIVE_DEFINITION";

    /// <summary>Whether an error, by its message, is one that the reference may have missed.</summary>
    public static bool IsOne(string message) =>
        VectorFile.AreFromElsewhere && (message.Contains(NullableInOneOf, StringComparison.Ordinal) || IsOfNoFiniteNumber(message));

    private static bool IsOfNoFiniteNumber(string message) => message.IndexOf(NotFinite, StringComparison.Ordinal) is >= 0 and var start
        && double.TryParse(message.AsSpan(start + NotFinite.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsInfinity(number);

    /// <summary>The engine's errors without those of this kind that the reference did not report.</summary>
    public static List<GraphQLError> Without(IEnumerable<GraphQLError> errors, JsonElement @case)
    {
        var reported = VectorFile.ErrorsOf(@case).Select(TextOf).ToList();
        return [.. errors.Where(error => !IsOne(error.Message) || reported.Remove(TextOf(error)))];
    }

    /// <summary>
    /// The reference's answer about its own introspection without what came after this edition, deprecated directives: the location
    /// <c>DIRECTIVE_DEFINITION</c>, two fields of <c>__Directive</c> and an argument of <c>__Schema.directives</c>. What the engine answers is left as it is.
    /// </summary>
    public static JsonElement WithoutLaterParts(JsonElement data)
    {
        if (!VectorFile.AreFromElsewhere)
            return data;
        var tree = JsonSerializer.SerializeToNode(data);
        Strip(tree);
        return JsonSerializer.SerializeToElement(tree);
    }

    private static void Strip(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            var ofDirective = items.Any(item => NameOf(item) == "isRepeatable");
            items.RemoveAll(item => NameOf(item) == Location || (ofDirective && NameOf(item) is "isDeprecated" or "deprecationReason"));
            foreach (var item in items)
                Strip(item);
        }
        else if (node is JsonObject members)
        {
            if (NameOf(members) == "directives" && members["args"] is JsonArray arguments)
                arguments.RemoveAll(argument => NameOf(argument) == "includeDeprecated");
            foreach (var member in members)
                Strip(member.Value);
        }
    }

    private static string? NameOf(JsonNode? node) => (node is JsonObject members ? members["name"] : node) is JsonValue value && value.TryGetValue<string>(out var name) ? name : null;

    private static string TextOf(JsonElement error) => JsonText.Of(error.GetProperty("message")) + string.Concat(error.GetProperty("locations").EnumerateArray()
        .Select(place => $" {place.GetProperty("line").GetInt32()}:{place.GetProperty("column").GetInt32()}"));

    private static string TextOf(GraphQLError error) => error.Message + string.Concat(error.Locations.Select(place => $" {place.Line}:{place.Column}"));
}
