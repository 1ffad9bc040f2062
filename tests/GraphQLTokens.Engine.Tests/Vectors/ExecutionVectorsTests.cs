using System.Text.Json;
using GraphQLTokens.Engine.Language;

namespace GraphQLTokens.Engine.Tests.Vectors;

/// <summary>Holds execution to what the reference implementation answers: `data` to the letter, and the places of errors.</summary>
public sealed class ExecutionVectorsTests
{
    private static readonly VectorFile File = VectorFile.Read("execution.json");

    // Each loaded by its first case, so that a schema that is refused fails the cases on it alone.
    private static readonly Dictionary<string, Lazy<VectorSuite>> Suites = File.Root.GetProperty("suites").EnumerateArray()
        .ToDictionary(suite => suite.GetProperty("suite").GetString()!, suite => new Lazy<VectorSuite>(() => VectorSuite.Load(suite)), StringComparer.Ordinal);

    [Fact]
    public void Executes_as_the_reference_implementation_does() => File.AssertEach(@case =>
    {
        var expected = @case.GetProperty("response");
        var suite = Suites[@case.GetProperty("suite").GetString()!].Value;
        var actual = suite.Execute(@case);
        if (IsDeparture(actual))
            return null;
        if (!SameData(expected, actual, suite.Sdl))
            return $"data: expected {expected.GetRawText()}, got {actual.GetRawText()}";
        return SameErrors(expected, actual) ? null : $"errors: expected {expected.GetRawText()}, got {actual.GetRawText()}";
    });

    // Refused by the specification's word alone.
    private static bool IsDeparture(JsonElement actual) =>
        !actual.TryGetProperty("data", out _) && actual.GetProperty("errors").EnumerateArray().All(error => Departure.IsOne(error.GetProperty("message").GetString()!));

    private static bool SameData(JsonElement expected, JsonElement actual, string sdl)
    {
        if (!expected.TryGetProperty("data", out var expectedData))
            return !actual.TryGetProperty("data", out _);
        return actual.TryGetProperty("data", out var actualData) && (SameInOrder(expectedData, actualData, sdl) || SameInOrder(Departure.WithoutLaterParts(expectedData), actualData, sdl));
    }

    // Where null has passed through an object, one of the errors beneath it suffices; every other position must be there.
    private static bool SameErrors(JsonElement expected, JsonElement actual)
    {
        var expectedErrors = Errors(expected);
        var actualErrors = Errors(actual);
        if (!expected.TryGetProperty("data", out _))
            return actualErrors.Count > 0;
        return actualErrors.All(expectedErrors.Contains) && expectedErrors.Count == 0 == (actualErrors.Count == 0)
            && expectedErrors.Where(error => !actualErrors.Contains(error)).All(missing => actualErrors.Any(error => Parent(error.Path) == Parent(missing.Path)));
    }

    private static string Parent(string path) => path.Contains(',', StringComparison.Ordinal) ? path[..path.LastIndexOf(',')] : "";

    private static List<(string Path, string Locations)> Errors(JsonElement response) => response.TryGetProperty("errors", out var errors)
        ? [.. errors.EnumerateArray().Select(error => (Text(error, "path"), Text(error, "locations")))]
        : [];

    private static string Text(JsonElement error, string name) =>
        error.TryGetProperty(name, out var value) ? JsonSerializer.Serialize(value) : "";

    private static bool SameInOrder(JsonElement left, JsonElement right, string sdl) => (left.ValueKind, right.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) =>
            left.EnumerateObject().Select(member => member.Name).SequenceEqual(right.EnumerateObject().Select(member => member.Name))
            && left.EnumerateObject().Zip(right.EnumerateObject()).All(pair => IsWording(pair.First, sdl) || SameInOrder(pair.First.Value, pair.Second.Value, sdl)),
        (JsonValueKind.Array, JsonValueKind.Array) =>
            left.GetArrayLength() == right.GetArrayLength() && left.EnumerateArray().Zip(right.EnumerateArray()).All(pair => SameInOrder(pair.First, pair.Second, sdl)),
        _ => JsonElement.DeepEquals(left, right),
    };

    // How the built-in types and directives are described is not normative: only what the schema itself says is compared.
    private static bool IsWording(JsonProperty member, string sdl) =>
        member.Name == "description" && member.Value.ValueKind == JsonValueKind.String && !sdl.Contains(member.Value.GetString()!, StringComparison.Ordinal);
}
