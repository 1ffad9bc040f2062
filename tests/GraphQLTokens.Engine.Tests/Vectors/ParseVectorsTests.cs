using System.Text.Json;
using System.Text.Json.Nodes;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Tests.Vectors;

public sealed class ParseVectorsTests
{
    private static readonly ParserOptions Generous = ParserOptions.Trusted with { MaxDepth = ParserOptions.DeepestAllowed };

    [Fact]
    public void Parses_and_refuses_as_the_reference_does() => VectorFile.Read("parse.json").AssertEach(Judge);

    // Words are good to match but not normative: cases from elsewhere are held to their places alone.
    [Fact]
    public void Refuses_in_the_words_of_the_reference() => VectorFile.Read("parse.json").AssertEach(@case =>
        VectorFile.AreFromElsewhere || !@case.TryGetProperty("error", out var error) || Refusal(@case)?.Message == JsonText.Of(error.GetProperty("message"))
            ? null
            : $"{JsonText.Of(error.GetProperty("message"))} - but: {Refusal(@case)?.Message}");

    private static string? Judge(JsonElement @case)
    {
        if (!@case.GetProperty("ok").GetBoolean())
            return JudgeRefusal(@case.GetProperty("error"), Refusal(@case));
        try
        {
            var digest = TreeDigest.Of(Parse(@case));
            return JsonNode.DeepEquals(digest, JsonNode.Parse(@case.GetProperty("ast").GetRawText())) ? null : $"other tree: {digest.ToJsonString()}";
        }
        catch (SyntaxException refusal)
        {
            return $"refused: {refusal.Error}";
        }
    }

    private static string? JudgeRefusal(JsonElement expected, GraphQLError? error)
    {
        if (error is null)
            return "accepted";
        var place = new SourceLocation(expected.GetProperty("line").GetInt32(), expected.GetProperty("column").GetInt32());
        return error.Code == ErrorCodes.ParseFailed && error.Locations is [var found] && found == place ? null : $"{error} with {error.Code}, not at {place}";
    }

    private static DocumentNode Parse(JsonElement @case) => Parser.Parse(new SourceText(JsonText.Of(@case.GetProperty("source"))), Generous);

    private static GraphQLError? Refusal(JsonElement @case)
    {
        try
        {
            Parse(@case);
            return null;
        }
        catch (SyntaxException refusal)
        {
            return refusal.Error;
        }
    }
}
