using System.Text;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Validation.Limits;

namespace GraphQLTokens.Engine.Tests.Validation.Limits;

public sealed class OperationDepthTests
{
    private static int Refusals(string document, int limit) => OperationDepth.Check(Parser.Parse(document, RuleCheck.Generous), limit).Count;

    [Theory]
    [InlineData("{ a }", 1)]
    [InlineData("{ a b c }", 1)]
    [InlineData("{ a { b { c } } d { e } }", 3)]
    [InlineData("{ a { ... { b } } }", 3)]
    [InlineData("{ ...F } fragment F on T { a }", 2)]
    [InlineData("{ ...F ...f } fragment F on T { a } fragment f on T { a { b { c } } }", 4)]
    [InlineData("{ ...F a { b { ...F } } } fragment F on T { c { d } }", 5)]
    [InlineData("{ a { b { ...F } } ...F } fragment F on T { c { d } }", 5)]
    [InlineData("{ x { x { ...F } } } fragment F on T { a { b { c } } ...G } fragment G on T { a }", 6)]
    public void Counts_the_levels_of_selections(string document, int depth)
    {
        Assert.Equal(0, Refusals(document, depth));
        Assert.Equal(1, Refusals(document, depth - 1));
    }

    [Fact]
    public void Names_each_operation_that_is_too_deep_and_none_that_is_not()
    {
        var errors = OperationDepth.Check(
            Parser.Parse("query A { a { ...F } } query B { ...F } query C { b { ...F } } fragment F on T { a { b } }"), limit: 3);

        Assert.All(errors, error => Assert.Equal("The operation nests deeper than 3 levels.", error.Message));
        Assert.Equal([1, 41], errors.Select(error => error.Locations.Single().Column));
    }

    [Fact]
    public void A_chain_of_fragments_of_any_length_is_refused_without_following_it()
    {
        var document = new StringBuilder("{ ...F0 }");
        for (var index = 0; index < 5_000; index++)
            document.Append($" fragment F{index} on T {{ a ...F{index + 1} }}");
        Assert.Equal(1, Refusals(document.Append(" fragment F5000 on T { a }").ToString(), 100));
    }

    // Followed one by one there are 2^150 fragments to visit, whether they are too deep or not.
    [Theory]
    [InlineData(100, 1)]
    [InlineData(301, 1)]
    [InlineData(302, 0)]
    [InlineData(1_000, 0)]
    public void Fragments_that_double_at_each_level_are_measured_once(int limit, int refusals)
    {
        var document = new StringBuilder("{ ...F0 }");
        for (var index = 0; index < 150; index++)
            document.Append($" fragment F{index} on T {{ a {{ ...F{index + 1} }} b {{ ...F{index + 1} }} ...F{index + 1} }}");
        Assert.Equal(refusals, Refusals(document.Append(" fragment F150 on T { a }").ToString(), limit));
    }
}
