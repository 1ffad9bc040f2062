namespace GraphQLTokens.Engine.Tests.Validation.Rules;

public sealed class VariablesAreInputTypesRuleTests
{
    [Theory]
    [InlineData("query ($a: Int, $b: [State!]!, $c: Filter, $d: Unknown) { __typename }")]
    public void Accepts_scalars_enums_and_input_objects(string document) => RuleCheck.Accepts("VariablesAreInputTypes", document);

    [Theory]
    [InlineData(
        "query ($a: Token, $b: [[Owner!]!]!, $c: Node) { __typename }",
        "1:12 Variable \"$a\" cannot be non-input type \"Token\".",
        "1:23 Variable \"$b\" cannot be non-input type \"[[Owner!]!]!\".",
        "1:41 Variable \"$c\" cannot be non-input type \"Node\".")]
    public void Refuses_types_that_cannot_be_sent(string document, params string[] errors) =>
        RuleCheck.Refuses("VariablesAreInputTypes", document, errors);
}
