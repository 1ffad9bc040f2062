namespace GraphQLTokens.Engine.Tests.Validation.Rules;

public sealed class FragmentsOnCompositeTypesRuleTests
{
    [Theory]
    [InlineData("{ owner { ... on Owner { __typename } } node(id: 1) { ...F } } fragment F on Named { name }")]
    [InlineData("{ ... { __typename } ... on Nowhere { x } }")]
    public void Accepts_fragments_on_objects_interfaces_and_unions(string document) => RuleCheck.Accepts("FragmentsOnCompositeTypes", document);

    [Theory]
    [InlineData(
        "{ ... on State { x } ... on Int { x } }",
        "1:10 Fragment cannot condition on non composite type \"State\".",
        "1:29 Fragment cannot condition on non composite type \"Int\".")]
    [InlineData(
        "fragment F on Filter { text } fragment G on Instant { x }",
        "1:15 Fragment \"F\" cannot condition on non composite type \"Filter\".",
        "1:45 Fragment \"G\" cannot condition on non composite type \"Instant\".")]
    public void Refuses_fragments_on_leafs_and_input_objects(string document, params string[] errors) =>
        RuleCheck.Refuses("FragmentsOnCompositeTypes", document, errors);
}
