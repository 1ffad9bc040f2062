namespace GraphQLTokens.Engine.Tests.Validation.Rules;

public sealed class UniqueArgumentNamesRuleTests
{
    [Theory]
    [InlineData("{ a: token(id: 1) { id } b: token(id: 1) { id } }")]
    [InlineData("{ tokens(first: 1, state: ACTIVE) { id } }")]
    public void Accepts_one_argument_of_each_name(string document) => RuleCheck.Accepts("UniqueArgumentNames", document);

    [Theory]
    [InlineData(
        "{ token(id: 1, id: 2) { id } }",
        "1:9 1:16 There can be only one argument named \"id\".")]
    [InlineData(
        "{ token(id: 1, id: 2, id: 3) @tag(name: \"a\", name: \"b\") { id } }",
        "1:9 1:16 1:23 There can be only one argument named \"id\".",
        "1:35 1:46 There can be only one argument named \"name\".")]
    [InlineData(
        "{ all(ids: 1, IDS: 1, ids: 2) }",
        "1:7 1:23 There can be only one argument named \"ids\".")]
    public void Refuses_an_argument_that_is_given_twice(string document, params string[] errors) =>
        RuleCheck.Refuses("UniqueArgumentNames", document, errors);
}
