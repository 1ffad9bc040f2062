namespace GraphQLTokens.Engine.Tests.Validation.Rules;

public sealed class KnownTypeNamesRuleTests
{
    [Theory]
    [InlineData("query ($a: [Filter!]!, $b: Int) { ...F ... on Query { __typename } } fragment F on Query { __typename }")]
    public void Accepts_types_of_the_schema(string document) => RuleCheck.Accepts("KnownTypeNames", document);

    [Theory]
    [InlineData(
        "query ($a: [Filtre!]!) { ...F ... on Tokn { id } } fragment F on Usr { id }",
        "1:13 Unknown type \"Filtre\". Did you mean \"Filter\"?",
        "1:38 Unknown type \"Tokn\". Did you mean \"Token\"?",
        "1:66 Unknown type \"Usr\". Did you mean \"Use\" or \"User\"?")]
    [InlineData(
        "query ($a: Zebra) { __typename }",
        "1:12 Unknown type \"Zebra\".")]
    [InlineData(
        "type A { b: B }",
        "1:13 Unknown type \"B\". Did you mean \"A\"?")]
    [InlineData(
        "extend type Nope { a: Nope }",
        "1:23 Unknown type \"Nope\". Did you mean \"Node\"?")]
    [InlineData(
        "schema { query: Zeroth } type A implements Zilch { a(b: Zebra): Int } interface B implements Zigzag { a(b: Zebu): Int } union U = Zenith input I { a: Zippers } directive @d(a: Zonk) on FIELD",
        "1:17 Unknown type \"Zeroth\".",
        "1:44 Unknown type \"Zilch\".",
        "1:57 Unknown type \"Zebra\".",
        "1:94 Unknown type \"Zigzag\".",
        "1:108 Unknown type \"Zebu\".",
        "1:131 Unknown type \"Zenith\".",
        "1:151 Unknown type \"Zippers\".",
        "1:177 Unknown type \"Zonk\".")]
    public void Refuses_types_that_the_schema_does_not_have(string document, params string[] errors) =>
        RuleCheck.Refuses("KnownTypeNames", document, errors);
}
