namespace GraphQLTokens.Engine.Tests.Validation.Rules;

public sealed class NoUndefinedVariablesRuleTests
{
    [Theory]
    [InlineData("query ($a: Int) { ...F } fragment F on Query { tokens(first: $a) { id } }")]
    [InlineData("query A($a: Int) { ...F } query B($a: Int) { ...F } fragment F on Query { tokens(first: $a) { id } ...F }")]
    [InlineData("fragment F on Query { tokens(first: $a) { id } }")]
    public void Accepts_variables_that_every_operation_defines(string document) => RuleCheck.Accepts("NoUndefinedVariables", document);

    [Theory]
    [InlineData(
        "{ tokens(first: $a, where: { text: $b }) { id } }",
        "1:17 1:1 Variable \"$a\" is not defined.",
        "1:36 1:1 Variable \"$b\" is not defined.")]
    [InlineData(
        "query A($a: Int) { ...F } query B { ...F } fragment F on Query { ...G } fragment G on Query { tokens(first: $a) @skip(if: $b) { id } }",
        "1:123 1:1 Variable \"$b\" is not defined by operation \"A\".",
        "1:109 1:27 Variable \"$a\" is not defined by operation \"B\".",
        "1:123 1:27 Variable \"$b\" is not defined by operation \"B\".")]
    [InlineData(
        "query Q($a: Int) { all(ids: [$x, $a, $x]) }",
        "1:30 1:1 Variable \"$x\" is not defined by operation \"Q\".",
        "1:38 1:1 Variable \"$x\" is not defined by operation \"Q\".")]
    public void Refuses_each_use_of_a_variable_that_an_operation_does_not_define(string document, params string[] errors) =>
        RuleCheck.Refuses("NoUndefinedVariables", document, errors);
}
