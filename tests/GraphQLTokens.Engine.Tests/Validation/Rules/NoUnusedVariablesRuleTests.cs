namespace GraphQLTokens.Engine.Tests.Validation.Rules;

public sealed class NoUnusedVariablesRuleTests
{
    [Theory]
    [InlineData("query ($a: Int, $b: Boolean!, $c: Int) { ...F tokens @include(if: $b) { id } } fragment F on Query { tokens(first: $a, where: { max: $c }) { id } }")]
    public void Accepts_variables_that_are_used_somewhere(string document) => RuleCheck.Accepts("NoUnusedVariables", document);

    [Theory]
    [InlineData(
        "query ($a: Int, $b: Int) { tokens(first: $b) { id } }",
        "1:8 Variable \"$a\" is never used.")]
    [InlineData(
        "query Q($a: Int @once(level: 1)) { ...F } query R($a: Int) { ...G } fragment F on Query { __typename } fragment G on Query { tokens(first: $a) { id } }",
        "1:9 Variable \"$a\" is never used in operation \"Q\".")]
    public void Refuses_variables_that_are_used_nowhere(string document, params string[] errors) =>
        RuleCheck.Refuses("NoUnusedVariables", document, errors);
}
