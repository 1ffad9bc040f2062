using System.Text.Json;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.Validation;

namespace GraphQLTokens.Engine.Tests.Vectors;

public sealed class ValidationVectorsTests
{
    private static readonly VectorFile File = VectorFile.Read("validation.json");
    private static readonly Schema Schema = SchemaBuilder.Build([Parser.Parse(JsonText.Of(File.Root.GetProperty("sdl")), ParserOptions.Trusted)]);

    [Fact]
    public void Finds_every_offence_at_the_places_of_the_reference() => File.AssertEach(@case =>
    {
        var errors = Departure.Without(DocumentValidator.Validate(Schema, DocumentOf(@case), VectorSuite.Rules), @case);
        if (errors.Any(error => error.Code != ErrorCodes.ValidationFailed))
            return "another code";
        var (expected, found) = (Sorted(VectorFile.ErrorsOf(@case).Select(PlacesOf)), Sorted(errors.Select(PlacesOf)));
        return found == expected ? null : $"expected {expected} but found {found}: {string.Join(" / ", errors)}";
    });

    // Words are good to match but not normative: cases from elsewhere are held to their places alone.
    [Fact]
    public void Says_it_in_the_words_of_the_reference() => File.AssertEach(@case =>
    {
        if (VectorFile.AreFromElsewhere)
            return null;
        var expected = Sorted(VectorFile.ErrorsOf(@case).Select(error => JsonText.Of(error.GetProperty("message"))));
        var found = Sorted(Departure.Without(DocumentValidator.Validate(Schema, DocumentOf(@case), VectorSuite.Rules), @case).Select(error => error.Message));
        return found == expected ? null : $"expected\n{expected}\nbut found\n{found}";
    });

    [Fact]
    public void Each_rule_alone_reports_where_the_reference_does() => File.AssertEach(@case =>
    {
        var document = DocumentOf(@case);
        var expected = @case.TryGetProperty("rules", out var rules) ? rules.EnumerateArray().Select(JsonText.Of) : [];
        var found = RuleSet.For(VectorSuite.Rules).Rules
            .Where(rule => Departure.Without(DocumentValidator.Validate(Schema, document, new RuleSet([rule]), ValidationOptions.Default).Errors, @case).Count > 0)
            .Select(rule => rule.Name);
        var (wanted, got) = (Sorted(expected), Sorted(found));
        return got == wanted ? null : $"expected {wanted} but found {got}";
    });

    private static DocumentNode DocumentOf(JsonElement @case) => Parser.Parse(JsonText.Of(@case.GetProperty("document")), ParserOptions.Trusted);

    private static string Sorted(IEnumerable<string> lines) => string.Join('\n', lines.Order(StringComparer.Ordinal));

    private static string PlacesOf(JsonElement error) => string.Join(' ', error.GetProperty("locations").EnumerateArray()
        .Select(place => $"{place.GetProperty("line").GetInt32()}:{place.GetProperty("column").GetInt32()}"));

    private static string PlacesOf(GraphQLError error) => string.Join(' ', error.Locations.Select(place => $"{place.Line}:{place.Column}"));
}
