namespace GraphQLTokens.Engine.Tests.Validation.Rules;

public sealed class UniqueFragmentNamesRuleTests
{
    [Theory]
    [InlineData("{ ...A ...B } fragment A on Query { __typename } fragment B on Query { __typename }")]
    public void Accepts_fragments_of_different_names(string document) => RuleCheck.Accepts("UniqueFragmentNames", document);

    [Theory]
    [InlineData(
        "{ ...A } fragment A on Query { __typename } fragment A on Query { __typename } fragment A on Token { id }",
        "1:19 1:54 There can be only one fragment named \"A\".",
        "1:19 1:89 There can be only one fragment named \"A\".")]
    [InlineData(
        "fragment F on Token { id } fragment F on Token { name }",
        "1:10 1:37 There can be only one fragment named \"F\".")]
    public void Refuses_each_further_fragment_of_a_name(string document, params string[] errors) =>
        RuleCheck.Refuses("UniqueFragmentNames", document, errors);
}
