namespace GraphQLTokens.Engine.Tests.Validation.Rules;

public sealed class PossibleFragmentSpreadsRuleTests
{
    [Theory]
    [InlineData("{ node(id: 1) { ... on Token { id } ... on Named { name } ...F } } fragment F on Owner { __typename }")]
    [InlineData("{ owner { ... on User { id } ...G } } fragment G on Node { id }")]
    [InlineData("{ token(id: 1) { ... on Node { id } ... { id } ...Missing } }")]
    [InlineData("{ owner { ...F } } fragment F on Nope { a }")]
    public void Accepts_fragments_whose_types_overlap(string document) => RuleCheck.Accepts("PossibleFragmentSpreads", document);

    [Theory]
    [InlineData(
        "{ owner { ... on Token { id } ...F } } fragment F on Use { at }",
        "1:11 Fragment cannot be spread here as objects of type \"Owner\" can never be of type \"Token\".",
        "1:31 Fragment \"F\" cannot be spread here as objects of type \"Owner\" can never be of type \"Use\".")]
    [InlineData(
        "{ token(id: 1) { ... on User { id } ... on Owner { __typename } } }",
        "1:18 Fragment cannot be spread here as objects of type \"Token\" can never be of type \"User\".",
        "1:37 Fragment cannot be spread here as objects of type \"Token\" can never be of type \"Owner\".")]
    public void Refuses_fragments_that_can_never_apply(string document, params string[] errors) =>
        RuleCheck.Refuses("PossibleFragmentSpreads", document, errors);
}
