using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Validation;

namespace GraphQLTokens.Engine.Tests.Validation;

public sealed class DocumentValidatorTests
{
    [Fact]
    public void Finds_nothing_in_a_valid_document() =>
        Assert.Empty(RuleCheck.Validate("query ($id: ID!) { token(id: $id) { ...Parts } } fragment Parts on Token { id name uses { at } }"));

    [Fact]
    public void Reports_what_several_rules_find_in_one_walk()
    {
        var errors = RuleCheck.Validate("query ($unused: Int) {\n  token {\n    nope\n  }\n}");

        Assert.Equal(
            [
                "Cannot query field \"nope\" on type \"Token\". Did you mean \"name\"? (3:5)",
                "Field \"token\" argument \"id\" of type \"ID!\" is required, but it was not provided. (2:3)",
                "Variable \"$unused\" is never used. (1:8)",
            ],
            errors.Select(error => error.ToString()).Order());
        Assert.All(errors, error => Assert.Equal(ErrorCodes.ValidationFailed, error.Code));
    }

    [Theory]
    [InlineData("{ tokn(id: 1) { id } }")]
    [InlineData("{ token(idd: 1, id: 1) { id } }")]
    [InlineData("{ owner { name } }")]
    [InlineData("{ tokens(state: ACTIV) { id } }")]
    [InlineData("query ($a: Filtre) { tokens(where: $a) { id } }")]
    [InlineData("{ tokens(where: { text: \"a\", rang: null }) { id } }")]
    public void Names_nothing_of_the_schema_that_the_caller_did_not_name_where_suggestions_are_off(string document)
    {
        Assert.Contains(RuleCheck.Validate(document), error => error.Message.Contains("Did you mean", StringComparison.Ordinal));
        var errors = RuleCheck.Validate(document, new ValidationOptions(Suggestions: false));
        Assert.NotEmpty(errors);
        Assert.DoesNotContain(errors, error => error.Message.Contains("Did you mean", StringComparison.Ordinal));
    }

    [Fact]
    public void Ends_after_the_most_errors_and_says_so()
    {
        var document = $"{{ {string.Join(' ', Enumerable.Range(0, 20).Select(index => $"nope{index}"))} }}";

        Assert.Equal(20, RuleCheck.Validate(document, new ValidationOptions(MaxErrors: 20)).Count);
        var errors = RuleCheck.Validate(document, new ValidationOptions(MaxErrors: 19));
        Assert.Equal(20, errors.Count);
        Assert.Equal("Too many validation errors, error limit reached. Validation aborted.", errors[^1].Message);
    }

    [Fact]
    public void Cuts_messages_that_a_long_name_would_fill()
    {
        var error = Assert.Single(RuleCheck.Validate($"{{ {new string('a', 50_000)} }}"));
        Assert.Equal($"Cannot query field \"{new string('a', 2_000)}"[..2_000] + "...", error.Message);
    }

    [Theory]
    [InlineData("query Q { token(id: 1) { id } } query q { token(id: 1) { id } }")]
    [InlineData("query ($v: ID!, $V: Int) { token(id: $v) { id } tokens(first: $V) { id } }")]
    [InlineData("query ($v: ID!, $V: Int, $a: Int, $b: Int, $c: Int, $d: Int, $e: Int, $f: Int, $g: Int) { token(id: $v) { id } a: tokens(first: $a) { id } b: tokens(first: $b) { id } c: tokens(first: $c) { id } d: tokens(first: $d) { id } e: tokens(first: $e) { id } f: tokens(first: $f) { id } g: tokens(first: $g) { id } h: tokens(first: $V) { id } }")]
    [InlineData("{ token(id: 1) { ...F ...f } } fragment F on Token { id } fragment f on Token { name }")]
    [InlineData("{ x: token(id: 1) { id } X: token(id: 2) { name } }")]
    [InlineData("{ a: token(id: 1) { id } ...F ...f } fragment F on Query { x: token(id: 1) { id } } fragment f on Query { X: token(id: 2) { id } }")]
    public void Tells_names_apart_that_differ_in_case_alone(string document) => Assert.Empty(RuleCheck.Validate(document));

    [Theory]
    [InlineData("query ($v: ID!) { token(id: $V) { id } }")]
    [InlineData("query ($v: Int) { tokens(first: 1) { ...F } } fragment F on Token { uses(limit: $V) { at } }")]
    [InlineData("{ token(id: 1) { ...F } } fragment f on Token { id }")]
    [InlineData("{ token(id: 1) { ...F } } fragment F on Token { id } fragment f on Token { id }")]
    [InlineData("{ Token(id: 1) { id } }")]
    [InlineData("{ token(ID: 1) { id } }")]
    [InlineData("{ token(id: 1) { ... on token { id } } }")]
    [InlineData("query ($v: id) { token(id: $v) { id } }")]
    [InlineData("{ tokens(state: active) { id } }")]
    [InlineData("{ tokens(where: { Text: \"a\", text: \"a\" }) { id } }")]
    [InlineData("{ token(id: 1) @Skip(if: true) { id } }")]
    [InlineData("{ token(id: 1) @skip(IF: true) { id } }")]
    [InlineData("{ __TypeName }")]
    public void Finds_nothing_by_a_name_that_differs_in_case(string document) => Assert.NotEmpty(RuleCheck.Validate(document));

    [Theory]
    [InlineData("{ a\r\n  b\n\n c }", "1:3 2:3 4:2")]
    [InlineData("{ a\r  b\r\r\n c }", "1:3 2:3 4:2")]
    [InlineData("\n{ a\r\n}\r", "2:3")]
    public void Counts_every_kind_of_line_end_once(string document, string places) =>
        Assert.Equal(places, string.Join(' ', RuleCheck.Validate(document).Select(error => $"{error.Locations[0].Line}:{error.Locations[0].Column}")));
}
