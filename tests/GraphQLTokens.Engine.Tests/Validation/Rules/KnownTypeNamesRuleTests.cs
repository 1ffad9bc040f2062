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
    public void Refuses_types_that_the_schema_does_not_have(string document, params string[] errors) =>
        RuleCheck.Refuses("KnownTypeNames", document, errors);
}
