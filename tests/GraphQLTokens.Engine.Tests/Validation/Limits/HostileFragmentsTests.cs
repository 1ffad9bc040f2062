using System.Text;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.Validation.Limits;

namespace GraphQLTokens.Engine.Tests.Validation.Limits;

/// <summary>Documents made so that counting them is slow. Work is proved by counting steps, since time proves nothing on a busy machine.</summary>
public sealed class HostileFragmentsTests
{
    private const int Many = 1_000;

    // Each fragment spreads the next twice: followed one by one, 2^1000 selections.
    [Theory]
    [InlineData("...F{0} ...F{0}")]
    [InlineData("a: next {{ ...F{0} }} b: next {{ ...F{0} }}")]
    [InlineData("...F{0} ... on Item {{ ...F{0} x: id }}")]
    public void Fragments_that_double_are_measured_once_each(string body)
    {
        var document = Chain(body, 60);
        var measure = new DocumentMeasure(document, maxDepth: 200);
        var found = measure.Of((OperationDefinitionNode)document.Definitions[0]);

        Assert.True(found.Spreads > 1e15, "They are counted wherever they are spread.");
        Assert.InRange(measure.Steps, 60, 60 * 5);
        Assert.Equal(1e15, OperationLimits.Check(document, new DocumentLimits(), 200).Single(error => error.Code == ErrorCodes.FragmentSpreadLimitExceeded).Extensions!["actual"]);
    }

    [Theory]
    [InlineData("...F{0} ...F{0}")]
    [InlineData("a: next {{ ...F{0} }} b: next {{ ...F{0} }}")]
    public void Fragments_that_double_deeper_than_allowed_are_given_up_at_the_first_that_is_too_deep(string body)
    {
        var document = Chain(body, Many);
        var error = Assert.Single(OperationDepth.Check(document, 100, out var steps));

        Assert.Equal((ErrorCodes.DepthLimitExceeded, 100.0), (error.Code, error.Extensions!["limit"]));
        Assert.InRange(steps, 1, 500);
    }

    [Theory]
    [InlineData("...F{0} ...F{0}")]
    [InlineData("a: next {{ ...F{0} }} b: next {{ ...F{0} }}")]
    public void A_chain_longer_than_allowed_is_measured_no_deeper_than_allowed(string body)
    {
        var document = Chain(body, Many);
        var measure = new DocumentMeasure(document, maxDepth: 100);
        measure.Of((OperationDefinitionNode)document.Definitions[0]);

        Assert.InRange(measure.Steps, 1, 500);
    }

    [Theory]
    [InlineData("{ a { b { c { d { e } } } } }")]
    [InlineData("{ ... { ... { c { d { e } } } } }")]
    [InlineData("{ ...F } fragment F on Query { b { ...G } } fragment G on Item { d { e } }")]
    public void Nothing_is_measured_that_is_deeper_than_allowed(string text)
    {
        var document = Parser.Parse(text);
        var measure = new DocumentMeasure(document, maxDepth: 3);
        measure.Of((OperationDefinitionNode)document.Definitions[0]);

        Assert.Equal(3, measure.Steps);
    }

    [Theory]
    [InlineData("{ ...F } fragment F on Query { ...F }")]
    [InlineData("{ ...F } fragment F on Query { item { ...G } } fragment G on Item { next { ...G ...F } ...G }")]
    [InlineData("{ ...Nothing item { ...Nothing } }")]
    public void Cycles_and_unknown_fragments_are_measured_and_left_to_validation(string text)
    {
        var document = Parser.Parse(text);
        var measure = new DocumentMeasure(document, maxDepth: 100);
        measure.Of((OperationDefinitionNode)document.Definitions[0]);

        Assert.InRange(measure.Steps, 1, 20);
        var error = new LimitedExecutor().Execute(text).GetProperty("errors")[0];
        Assert.Equal(ErrorCodes.ValidationFailed, error.GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public void Many_operations_over_the_same_fragments_measure_them_once()
    {
        var text = new StringBuilder();
        for (var index = 0; index < 500; index++)
            text.Append($"query Q{index} {{ ...F0 }} ");
        for (var index = 0; index < 50; index++)
            text.Append($"fragment F{index} on Query {{ ...F{index + 1} }} ");
        var document = Parser.Parse(text.Append("fragment F50 on Query { __typename }").ToString());
        var measure = new DocumentMeasure(document, maxDepth: 100);
        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
            measure.Of(operation);

        Assert.Equal(500 + 51, measure.Steps);
    }

    private static DocumentNode Chain(string body, int length)
    {
        var text = new StringBuilder("{ item { ...F0 } } ");
        for (var index = 0; index < length; index++)
            text.Append($"fragment F{index} on Item {{ ").AppendFormat(null, body, index + 1).Append(" } ");
        return Parser.Parse(text.Append($"fragment F{length} on Item {{ id }}").ToString(), ParserOptions.Trusted);
    }
}
