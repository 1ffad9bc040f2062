namespace GraphQLTokens.Engine.Tests.Validation.Rules;

public sealed class KnownDirectivesRuleTests
{
    [Theory]
    [InlineData("query ($a: Int @once) @tag(name: \"a\") { tokens @skip(if: true) { id } ...F @tag(name: \"a\") } fragment F on Query @once { __typename }")]
    [InlineData("extend type Token @once2 { a: Int } directive @once2 on OBJECT")]
    public void Accepts_directives_where_they_may_stand(string document) => RuleCheck.Accepts("KnownDirectives", document);

    [Theory]
    [InlineData(
        "{ tokens @unknown { id @deprecated } }",
        "1:10 Unknown directive \"@unknown\".",
        "1:24 Directive \"@deprecated\" may not be used on FIELD.")]
    [InlineData(
        "query ($a: Int @tag(name: \"a\")) @skip(if: true) { ...F @once ... @once { id } } fragment F on Query @include(if: true) { __typename }",
        "1:16 Directive \"@tag\" may not be used on VARIABLE_DEFINITION.",
        "1:33 Directive \"@skip\" may not be used on QUERY.",
        "1:56 Directive \"@once\" may not be used on FRAGMENT_SPREAD.",
        "1:66 Directive \"@once\" may not be used on INLINE_FRAGMENT.",
        "1:101 Directive \"@include\" may not be used on FRAGMENT_DEFINITION.")]
    [InlineData(
        "mutation @once { __typename }",
        "1:10 Directive \"@once\" may not be used on MUTATION.")]
    [InlineData(
        "extend type Token @once { a: Int @skip(if: true) }",
        "1:19 Directive \"@once\" may not be used on OBJECT.",
        "1:34 Directive \"@skip\" may not be used on FIELD_DEFINITION.")]
    [InlineData(
        "extend type Token @unknown { a: Int } directive @other on OBJECT",
        "1:19 Unknown directive \"@unknown\".")]
    [InlineData(
        "schema @once { query: Query } scalar A @once interface B @once { a: Int } union C @once = Query enum D @once { E @once } input F @once { a: Int @unknown } directive @d(a: Int @unknown) on FIELD",
        "1:8 Directive \"@once\" may not be used on SCHEMA.",
        "1:40 Directive \"@once\" may not be used on SCALAR.",
        "1:58 Directive \"@once\" may not be used on INTERFACE.",
        "1:83 Directive \"@once\" may not be used on UNION.",
        "1:104 Directive \"@once\" may not be used on ENUM.",
        "1:114 Directive \"@once\" may not be used on ENUM_VALUE.",
        "1:130 Directive \"@once\" may not be used on INPUT_OBJECT.",
        "1:145 Unknown directive \"@unknown\".",
        "1:176 Unknown directive \"@unknown\".")]
    public void Refuses_unknown_directives_and_wrong_places(string document, params string[] errors) =>
        RuleCheck.Refuses("KnownDirectives", document, errors);
}
