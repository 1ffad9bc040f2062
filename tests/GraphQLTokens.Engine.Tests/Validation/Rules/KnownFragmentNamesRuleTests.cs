namespace GraphQLTokens.Engine.Tests.Validation.Rules;

public sealed class KnownFragmentNamesRuleTests
{
    [Theory]
    [InlineData("{ ...A ... { ...A } } fragment A on Query { __typename }")]
    public void Accepts_spreads_of_fragments_of_the_document(string document) => RuleCheck.Accepts("KnownFragmentNames", document);

    [Theory]
    [InlineData(
        "{ ...A owner { ...B } } fragment C on Query { ...D }",
        "1:6 Unknown fragment \"A\".",
        "1:19 Unknown fragment \"B\".",
        "1:50 Unknown fragment \"D\".")]
    public void Refuses_spreads_of_fragments_that_are_not_there(string document, params string[] errors) =>
        RuleCheck.Refuses("KnownFragmentNames", document, errors);
}
