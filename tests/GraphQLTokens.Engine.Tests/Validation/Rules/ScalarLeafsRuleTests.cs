namespace GraphQLTokens.Engine.Tests.Validation.Rules;

public sealed class ScalarLeafsRuleTests
{
    [Theory]
    [InlineData("{ token(id: 1) { id state owner { __typename } } }")]
    public void Accepts_selections_on_composite_types_only(string document) => RuleCheck.Accepts("ScalarLeafs", document);

    [Theory]
    [InlineData(
        "{ token(id: 1) { id { x } } }",
        "1:21 Field \"id\" must not have a selection since type \"ID!\" has no subfields.")]
    [InlineData(
        "{ token(id: 1) { state { x } uses } }",
        "1:24 Field \"state\" must not have a selection since type \"State!\" has no subfields.",
        "1:30 Field \"uses\" of type \"[Use!]!\" must have a selection of subfields. Did you mean \"uses { ... }\"?")]
    [InlineData(
        "{ token(id: 1) }",
        "1:3 Field \"token\" of type \"Token\" must have a selection of subfields. Did you mean \"token { ... }\"?")]
    [InlineData(
        "{ owner }",
        "1:3 Field \"owner\" of type \"Owner\" must have a selection of subfields. Did you mean \"owner { ... }\"?")]
    public void Refuses_a_selection_on_a_leaf_and_a_composite_field_without_one(string document, params string[] errors) =>
        RuleCheck.Refuses("ScalarLeafs", document, errors);
}
