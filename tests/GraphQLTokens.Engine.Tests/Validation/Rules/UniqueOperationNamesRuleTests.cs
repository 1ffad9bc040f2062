namespace GraphQLTokens.Engine.Tests.Validation.Rules;

public sealed class UniqueOperationNamesRuleTests
{
    [Theory]
    [InlineData("query A { __typename } mutation B { __typename }")]
    [InlineData("{ __typename }")]
    [InlineData("query A { ...A } fragment A on Query { __typename }")]
    public void Accepts_operations_of_different_names(string document) => RuleCheck.Accepts("UniqueOperationNames", document);

    [Theory]
    [InlineData(
        "query A { __typename } query A { __typename }",
        "1:7 1:30 There can be only one operation named \"A\".")]
    [InlineData(
        "query A { __typename } mutation A { __typename } subscription A { changed { id } }",
        "1:7 1:33 There can be only one operation named \"A\".",
        "1:7 1:63 There can be only one operation named \"A\".")]
    public void Refuses_each_further_operation_of_a_name(string document, params string[] errors) =>
        RuleCheck.Refuses("UniqueOperationNames", document, errors);
}
