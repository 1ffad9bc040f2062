namespace GraphQLTokens.Engine.Tests.Validation.Rules;

public sealed class KnownArgumentNamesRuleTests
{
    [Theory]
    [InlineData("{ token(id: 1) { uses(limit: 1) { at } } }")]
    [InlineData("query @tag(name: \"a\") { tokens(first: 1) @include(if: true) { id } }")]
    [InlineData("{ unknown(x: 1) }")]
    [InlineData("{ owner @unknown(x: 1) { __typename } }")]
    public void Accepts_arguments_that_are_defined(string document) => RuleCheck.Accepts("KnownArgumentNames", document);

    [Theory]
    [InlineData(
        "{ token(idd: 1) { uses(limits: 1, x: 2) { at } } }",
        "1:9 Unknown argument \"idd\" on field \"Query.token\". Did you mean \"id\"?",
        "1:24 Unknown argument \"limits\" on field \"Token.uses\". Did you mean \"limit\"?",
        "1:35 Unknown argument \"x\" on field \"Token.uses\".")]
    [InlineData(
        "{ tokens @skip(iff: true) { id } }",
        "1:16 Unknown argument \"iff\" on directive \"@skip\". Did you mean \"if\"?")]
    [InlineData(
        "{ tokens @tag(name: \"a\", wait: 2) { id } }",
        "1:26 Unknown argument \"wait\" on directive \"@tag\".")]
    [InlineData(
        "{ __type(nam: \"A\") { name } }",
        "1:10 Unknown argument \"nam\" on field \"Query.__type\". Did you mean \"name\"?")]
    public void Refuses_arguments_that_are_not_defined(string document, params string[] errors) =>
        RuleCheck.Refuses("KnownArgumentNames", document, errors);
}
