using System.Text.Json;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.TypeSystem;

namespace GraphQLTokens.Engine.Tests.Vectors;

/// <summary>Which schemas are valid, as the reference implementation sees it; and its words and places for those that are not.</summary>
public sealed class SchemaVectorsTests
{
    // Where the reference looks less closely than this engine does by default, its looks are what is compared.
    private static readonly SchemaBuilderOptions AsReference = new() { LenientDirectives = true };

    [Fact]
    public void Accepts_and_refuses_the_schemas_that_the_reference_does() => VectorFile.Read("schema.json").AssertEach(@case =>
    {
        var errors = ErrorsOf(JsonText.Of(@case.GetProperty("sdl")));
        var valid = @case.GetProperty("valid").GetBoolean();
        return errors.All(error => Departure.IsOne(error.Message)) == valid ? null : $"valid should be {valid}, but found: {string.Join(" | ", errors)}";
    });

    // Words and places are good to match but not normative: cases from elsewhere are held to their verdict alone.
    [Fact]
    public void Finds_the_errors_of_the_reference_in_its_words_and_places() => VectorFile.Read("schema.json").AssertEach(@case =>
    {
        if (VectorFile.AreFromElsewhere)
            return null;
        var expected = VectorFile.ErrorsOf(@case).Select(Text).Order(StringComparer.Ordinal);
        var found = ErrorsOf(JsonText.Of(@case.GetProperty("sdl"))).Select(Text).Order(StringComparer.Ordinal);
        return expected.SequenceEqual(found) ? null : $"\n  expected {string.Join(" | ", expected)}\n  found    {string.Join(" | ", found)}";
    });

    private static IReadOnlyList<GraphQLError> ErrorsOf(string sdl)
    {
        try
        {
            SchemaLoader.Load(sdl, AsReference);
            return [];
        }
        catch (SchemaException exception)
        {
            return exception.Errors;
        }
        catch (SyntaxException exception)
        {
            return [exception.Error];
        }
    }

    private static string Text(GraphQLError error) => $"{error.Message} {string.Join(' ', error.Locations.Select(at => $"{at.Line}:{at.Column}"))}";

    private static string Text(JsonElement error)
    {
        var locations = error.GetProperty("locations").EnumerateArray().Select(at => $"{at.GetProperty("line").GetInt32()}:{at.GetProperty("column").GetInt32()}");
        return $"{JsonText.Of(error.GetProperty("message"))} {string.Join(' ', locations)}";
    }
}
