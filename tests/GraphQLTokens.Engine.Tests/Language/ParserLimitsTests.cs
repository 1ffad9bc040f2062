using System.Globalization;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language;

namespace GraphQLTokens.Engine.Tests.Language;

/// <summary>A stack overflow ends a .NET process, so these tests end the whole run where the parser fails them.</summary>
public sealed class ParserLimitsTests
{
    private const int Deep = 100_000;

    private static readonly ParserOptions NoTokenLimit = ParserOptions.Trusted;

    /// <summary>One row for each way to nest: what opens a level, what stands innermost, what closes a level, and what stands around them all.</summary>
    public static TheoryData<string, string, string, string> Nestings => new()
    {
        { "{a", "{a}", "}", "{0}" },
        { "...{", "a", "}", "{{{0}}}" },
        { "...on T{", "a", "}", "{{{0}}}" },
        { "[", "1", "]", "{{a(b:{0})}}" },
        { "{a:", "1", "}", "{{a(b:{0})}}" },
        { "[{a:", "1", "}]", "{{a(b:{0})}}" },
        { "[", "T", "]", "query($a:{0}){{a}}" },
        { "[", "T", "]!", "query($a:{0}){{a}}" },
        { "[", "1", "]", "query($a:T={0}){{a}}" },
        { "{a:[", "1", "]}", "query($a:T@d(x:{0})){{a}}" },
        { "[", "T", "]", "type A{{a:{0}}}" },
        { "[", "T", "]", "input A{{a:{0}}}" },
        { "{a:", "1", "}", "input A{{a:T={0}}}" },
        { "[", "1", "]", "extend enum A@d(x:{0})" },
        { "[", "1", "]", "{{a@d(x:{0})}}" },
    };

    [Theory]
    [MemberData(nameof(Nestings))]
    public void Refuses_a_hundred_thousand_levels_of_any_kind(string open, string core, string close, string around)
    {
        AssertTooDeep(Nest(open, core, close, around, Deep), NoTokenLimit);
        AssertTooDeep(Nest(open, "", "", around, Deep), NoTokenLimit);
        AssertTooDeep(Nest(open, core, close, around, Deep), ParserOptions.Trusted with { MaxDepth = ParserOptions.DeepestAllowed });
    }

    [Fact]
    public void Counts_levels_of_every_kind_together()
    {
        var twoLevelsOfSelections = "{{a{{b(c:{0})}}}}";
        Parser.Parse(Nest("[{a:", "1", "}]", twoLevelsOfSelections, 4), new ParserOptions(MaxDepth: 10));
        AssertTooDeep(Nest("[{a:", "1", "}]", twoLevelsOfSelections, 4), new ParserOptions(MaxDepth: 9));
    }

    [Theory]
    [MemberData(nameof(Nestings))]
    public void Frees_levels_when_they_close(string open, string core, string close, string around)
    {
        var document = Nest(open, core, close, around, 3);
        Parser.Parse(string.Join(' ', Enumerable.Repeat(document, 50)), new ParserOptions(int.MaxValue, MaxDepth: 8));
    }

    [Theory]
    [MemberData(nameof(Nestings))]
    public void The_deepest_allowed_tree_can_be_parsed_printed_walked_and_compared_on_a_pool_thread(string open, string core, string close, string around)
    {
        var levelsEach = open.Contains('[', StringComparison.Ordinal) && open.Contains('{', StringComparison.Ordinal) ? 2 : 1;
        var text = Nest(open, core.Length == 0 ? "" : core, close, around, (ParserOptions.DeepestAllowed - 1) / levelsEach);
        var options = ParserOptions.Trusted with { MaxDepth = ParserOptions.DeepestAllowed };

        // xunit runs synchronous tests on pool threads: the smallest stacks that requests are served on.
        Assert.True(Thread.CurrentThread.IsThreadPoolThread);
        var document = Parser.Parse(text, options);
        Assert.True(SyntaxComparer.DeepEquals(document, Parser.Parse(SyntaxPrinter.Print(document), options)));
        Assert.True(new CountingWalker().Walk(document));
    }

    [Fact]
    public void Refuses_more_tokens_than_it_may_read_and_says_how_many()
    {
        Parser.Parse("{ a b c }", new ParserOptions(MaxTokens: 5));
        var error = Assert.Throws<SyntaxException>(() => Parser.Parse("{ a b c d }", new ParserOptions(MaxTokens: 5))).Error;

        Assert.Equal("Syntax Error: Document contains more than 5 tokens. Parsing aborted.", error.Message);
        Assert.Equal(ErrorCodes.TokenLimitExceeded, error.Code);
        Assert.Equal([new SourceLocation(1, 11)], error.Locations);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(1, ParserOptions.DeepestAllowed + 1)]
    [InlineData(-1, -1)]
    public void Options_out_of_range_cannot_be_made(int tokens, int depth)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParserOptions(tokens, depth));
        Assert.Throws<ArgumentOutOfRangeException>(() => ParserOptions.Default with { MaxTokens = tokens, MaxDepth = depth });
    }

    [Fact]
    public void The_least_options_let_something_through() =>
        Assert.Equal("1", SyntaxPrinter.Print(Parser.ParseValue(new SourceText("1"), new ParserOptions(1, 1) { MaxCharacters = 1, MaxDirectives = 1 })));

    private static string Nest(string open, string core, string close, string around, int levels) =>
        string.Format(null, around, string.Concat(Enumerable.Repeat(open, levels)) + core + string.Concat(Enumerable.Repeat(close, levels)));

    [Fact]
    public void Refuses_a_text_that_is_too_long_before_reading_it()
    {
        var options = ParserOptions.Default with { MaxCharacters = 10 };
        Parser.Parse("{ abcdef }", options);

        var error = Refusal("\"not even GraphQL", options);
        Assert.Equal("Syntax Error: Document is longer than 10 characters. Parsing aborted.", error.Message);
        AssertLimit(ErrorCodes.DocumentLengthLimitExceeded, 10, 17.0, error);
        Assert.Equal([new SourceLocation(1, 1)], error.Locations);
    }

    [Theory]
    [InlineData("{{ a{0} }}")]
    [InlineData("query{0} {{ a }}")]
    [InlineData("query ($a: Int{0}) {{ a }}")]
    [InlineData("{{ ...{0} {{ a }} }}")]
    [InlineData("{{ ...F{0} }} fragment F on T {{ a }}")]
    [InlineData("{{ a }} fragment F on T{0} {{ a }}")]
    public void Refuses_more_directives_in_one_place_than_allowed(string around)
    {
        Parser.Parse(With(5));
        AssertLimit(ErrorCodes.DirectiveLimitExceeded, 5, null, Refusal(With(6)));

        string With(int count) => string.Format(CultureInfo.InvariantCulture, around, string.Concat(Enumerable.Repeat(" @d", count)));
    }

    [Fact]
    public void Stops_reading_at_the_first_directive_too_many()
    {
        var error = Refusal($"{{ a{string.Concat(Enumerable.Repeat(" @d", 4_000))} \"");

        Assert.Equal((ErrorCodes.DirectiveLimitExceeded, 20), (error.Code, error.Locations[0].Column));
        Assert.Equal("Syntax Error: More than 5 directives stand in one place. Parsing aborted.", error.Message);
    }

    private static void AssertTooDeep(string text, ParserOptions options)
    {
        var error = Assert.Throws<SyntaxException>(() => Parser.Parse(text, options)).Error;
        Assert.Equal($"Syntax Error: Document nests deeper than {options.MaxDepth} levels. Parsing aborted.", error.Message);
        Assert.Equal(ErrorCodes.DepthLimitExceeded, error.Code);
        Assert.Single(error.Locations);
    }

    private static GraphQLError Refusal(string text, ParserOptions? options = null) => Assert.Throws<SyntaxException>(() => Parser.Parse(text, options)).Error;

    private static void AssertLimit(string code, double limit, double? actual, GraphQLError error)
    {
        Assert.Equal(code, error.Code);
        Assert.Equal(limit, error.Extensions!["limit"]);
        Assert.Equal(actual, error.Extensions.GetValueOrDefault("actual"));
    }
}
