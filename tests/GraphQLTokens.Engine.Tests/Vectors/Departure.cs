using System.Text.Json;
using GraphQLTokens.Engine.Errors;

namespace GraphQLTokens.Engine.Tests.Vectors;

/// <summary>
/// Where the specification wants an error that the reference implementation does not report, and the engine reports it
/// (<c>docs/engine-coverage.md</c>). As narrow as can be: everything else is held to the reference.
/// </summary>
internal static class Departure
{
    // Section 5.8.5 shows this document as wrong. The reference looks only where the place of the OneOf object is itself nullable.
    private const string NullableInOneOf = "must be non-nullable to be used for OneOf Input Object";

    /// <summary>Whether an error, by its message, is one that the reference may have missed.</summary>
    public static bool IsOne(string message) => message.Contains(NullableInOneOf, StringComparison.Ordinal);

    /// <summary>The engine's errors without those of this kind that the reference did not report.</summary>
    public static List<GraphQLError> Without(IEnumerable<GraphQLError> errors, JsonElement @case)
    {
        var reported = VectorFile.ErrorsOf(@case).Select(TextOf).ToList();
        return [.. errors.Where(error => !IsOne(error.Message) || reported.Remove(TextOf(error)))];
    }

    private static string TextOf(JsonElement error) => JsonText.Of(error.GetProperty("message")) + string.Concat(error.GetProperty("locations").EnumerateArray()
        .Select(place => $" {place.GetProperty("line").GetInt32()}:{place.GetProperty("column").GetInt32()}"));

    private static string TextOf(GraphQLError error) => error.Message + string.Concat(error.Locations.Select(place => $" {place.Line}:{place.Column}"));
}
