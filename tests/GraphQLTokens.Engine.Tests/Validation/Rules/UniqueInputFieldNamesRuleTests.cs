namespace GraphQLTokens.Engine.Tests.Validation.Rules;

public sealed class UniqueInputFieldNamesRuleTests
{
    [Theory]
    [InlineData("{ tokens(where: { text: \"a\", and: [{ text: \"b\" }, { text: \"c\" }] }) { id } }")]
    public void Accepts_one_field_of_each_name_in_each_object(string document) => RuleCheck.Accepts("UniqueInputFieldNames", document);

    [Theory]
    [InlineData(
        "{ tokens(where: { text: \"a\", text: \"b\", text: \"c\" }) { id } }",
        "1:19 1:30 There can be only one input field named \"text\".",
        "1:19 1:41 There can be only one input field named \"text\".")]
    [InlineData(
        "query ($a: Filter = { text: \"a\", range: { days: 1, days: 2 } }) { __typename }",
        "1:43 1:52 There can be only one input field named \"days\".")]
    [InlineData(
        "input I { a: Int = { b: 1, b: 2 } }",
        "1:22 1:28 There can be only one input field named \"b\".")]
    public void Refuses_a_field_that_is_given_twice(string document, params string[] errors) =>
        RuleCheck.Refuses("UniqueInputFieldNames", document, errors);
}
