namespace GraphQLTokens.Engine.Tests.Validation.Rules;

public sealed class UniqueDirectivesPerLocationRuleTests
{
    [Theory]
    [InlineData("{ tokens @tag(name: \"a\") @tag(name: \"b\") { id @once } owner @once { __typename @skip(if: true) } }")]
    [InlineData("{ tokens @unknown @unknown { id } }")]
    public void Accepts_repeatable_directives_and_other_places(string document) => RuleCheck.Accepts("UniqueDirectivesPerLocation", document);

    [Theory]
    [InlineData(
        "{ tokens @once @skip(if: true) @once @once { id @skip(if: true) @skip(if: false) } }",
        "1:10 1:32 The directive \"@once\" can only be used once at this location.",
        "1:10 1:38 The directive \"@once\" can only be used once at this location.",
        "1:49 1:65 The directive \"@skip\" can only be used once at this location.")]
    [InlineData(
        "query ($a: Int @once @once) { __typename }",
        "1:16 1:22 The directive \"@once\" can only be used once at this location.")]
    public void Refuses_a_directive_that_stands_twice_at_a_place(string document, params string[] errors) =>
        RuleCheck.Refuses("UniqueDirectivesPerLocation", document, errors);
}
