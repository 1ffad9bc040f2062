namespace GraphQLTokens.Engine.Tests.Validation.Rules;

public sealed class LoneAnonymousOperationRuleTests
{
    [Theory]
    [InlineData("{ ...F } fragment F on Query { __typename }")]
    [InlineData("query A { __typename } query B { __typename }")]
    public void Accepts_an_unnamed_operation_that_stands_alone(string document) => RuleCheck.Accepts("LoneAnonymousOperation", document);

    [Theory]
    [InlineData(
        "{ __typename } query A { __typename }",
        "1:1 This anonymous operation must be the only defined operation.")]
    [InlineData(
        "{ __typename } { __typename }",
        "1:1 This anonymous operation must be the only defined operation.",
        "1:16 This anonymous operation must be the only defined operation.")]
    public void Refuses_an_unnamed_operation_beside_another(string document, params string[] errors) =>
        RuleCheck.Refuses("LoneAnonymousOperation", document, errors);
}
