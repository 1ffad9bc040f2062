namespace GraphQLTokens.Engine.Tests.Validation.Rules;

public sealed class NoUnusedFragmentsRuleTests
{
    [Theory]
    [InlineData("{ ...A } fragment A on Query { ...B } fragment B on Query { __typename }")]
    [InlineData("{ ...A } query X { ...B } fragment A on Query { __typename } fragment B on Query { __typename }")]
    public void Accepts_fragments_that_operations_reach(string document) => RuleCheck.Accepts("NoUnusedFragments", document);

    [Theory]
    [InlineData(
        "{ __typename } fragment A on Query { __typename }",
        "1:16 Fragment \"A\" is never used.")]
    [InlineData(
        "{ __typename } fragment A on Query { ...B } fragment B on Query { ...A }",
        "1:16 Fragment \"A\" is never used.",
        "1:45 Fragment \"B\" is never used.")]
    public void Refuses_fragments_that_no_operation_reaches(string document, params string[] errors) =>
        RuleCheck.Refuses("NoUnusedFragments", document, errors);
}
