namespace GraphQLTokens.Engine.Tests.Validation.Rules;

public sealed class SingleFieldSubscriptionsRuleTests
{
    [Theory]
    [InlineData("subscription { changed { id } }")]
    [InlineData("subscription { ...F } fragment F on Subscription { changed { id } }")]
    [InlineData("subscription { changed { id } changed { name } }")]
    [InlineData("{ __typename owner { __typename } }")]
    [InlineData("subscription { changed { id @skip(if: true) } }")]
    [InlineData("subscription { changed { id } ...F } fragment F on Subscription { ...F }")]
    [InlineData("subscription { changed @tag(name: \"a\") { id } }")]
    [InlineData("subscription { changed { id } ...F } fragment F on Query { tokens { id } }")]
    [InlineData("subscription { changed { id } ... on Nope { a } }")]
    public void Accepts_one_root_field_however_it_is_selected(string document) => RuleCheck.Accepts("SingleFieldSubscriptions", document);

    [Theory]
    [InlineData(
        "subscription { changed { id } b: changed { id } }",
        "1:31 Anonymous Subscription must select only one top level field.")]
    [InlineData(
        "subscription S { ...F } fragment F on Subscription { a: changed { id } ... { b: changed { id } } }",
        "1:78 Subscription \"S\" must select only one top level field.")]
    [InlineData(
        "subscription S { __typename }",
        "1:18 Subscription \"S\" must not select an introspection top level field.")]
    [InlineData(
        "subscription S { changed { id } __typename }",
        "1:33 Subscription \"S\" must select only one top level field.",
        "1:33 Subscription \"S\" must not select an introspection top level field.")]
    [InlineData(
        "subscription { changed { id } CHANGED: changed { id } }",
        "1:31 Anonymous Subscription must select only one top level field.")]
    [InlineData(
        "subscription { ...F ...f } fragment F on Subscription { changed { id } } fragment f on Subscription { b: changed { id } }",
        "1:103 Anonymous Subscription must select only one top level field.")]
    public void Refuses_several_root_fields_and_introspection(string document, params string[] errors) =>
        RuleCheck.Refuses("SingleFieldSubscriptions", document, errors);

    // September 2025; the reference implementation's version 16, of which the other words are, came before.
    [Theory]
    [InlineData("subscription S { changed @skip(if: true) { id } }", "1:26")]
    [InlineData("subscription S { ...F @include(if: true) } fragment F on Subscription { ... @skip(if: false) { changed { id } } }", "1:23 1:77")]
    [InlineData("subscription S { changed @skip(if: true) { id } b: changed { id } }", "1:26")]
    public void Refuses_conditions_at_the_root(string document, string places) => RuleCheck.Refuses(
        "SingleFieldSubscriptions",
        document,
        $"{places} Subscription \"S\" must not use `@skip` or `@include` directives in the top level selection.");
}
