namespace GraphQLTokens.Engine.Tests.Validation.Rules;

public sealed class UniqueVariableNamesRuleTests
{
    [Theory]
    [InlineData("query A($a: Int, $b: Int) { __typename } query B($a: Int) { __typename }")]
    public void Accepts_one_variable_of_each_name_in_an_operation(string document) => RuleCheck.Accepts("UniqueVariableNames", document);

    [Theory]
    [InlineData(
        "query ($a: Int, $b: Int, $a: ID, $a: Int) { __typename }",
        "1:9 1:27 1:35 There can be only one variable named \"$a\".")]
    [InlineData(
        "query ($v0: Int $v1: Int $v2: Int $v3: Int $v4: Int $v5: Int $v6: Int $v7: Int $v8: Int $v3: Int) { __typename }",
        "1:36 1:90 There can be only one variable named \"$v3\".")]
    [InlineData(
        "query ($a: Int, $a: ID) { __typename }",
        "1:9 1:18 There can be only one variable named \"$a\".")]
    public void Refuses_a_variable_that_is_defined_twice(string document, params string[] errors) =>
        RuleCheck.Refuses("UniqueVariableNames", document, errors);
}
