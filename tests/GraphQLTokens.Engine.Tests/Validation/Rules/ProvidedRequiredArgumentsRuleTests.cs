namespace GraphQLTokens.Engine.Tests.Validation.Rules;

public sealed class ProvidedRequiredArgumentsRuleTests
{
    [Theory]
    [InlineData("{ tokens { uses { at } } }")]
    [InlineData("{ token(id: 1) @tag(name: \"a\") { id } }")]
    [InlineData("{ unknown }")]
    public void Accepts_absent_arguments_that_are_nullable_or_have_a_default(string document) => RuleCheck.Accepts("ProvidedRequiredArguments", document);

    [Theory]
    [InlineData(
        "{ token { id } }",
        "1:3 Field \"token\" argument \"id\" of type \"ID!\" is required, but it was not provided.")]
    [InlineData(
        "{ tokens @include { id } }",
        "1:10 Directive \"@include\" argument \"if\" of type \"Boolean!\" is required, but it was not provided.")]
    [InlineData(
        "{ all }",
        "1:3 Field \"all\" argument \"ids\" of type \"[ID!]!\" is required, but it was not provided.")]
    [InlineData(
        "{ __type { name } }",
        "1:3 Field \"__type\" argument \"name\" of type \"String!\" is required, but it was not provided.")]
    [InlineData(
        "{ tokens @tag(weight: 1) { id } }",
        "1:10 Directive \"@tag\" argument \"name\" of type \"String!\" is required, but it was not provided.")]
    public void Refuses_a_field_or_directive_without_a_required_argument(string document, params string[] errors) =>
        RuleCheck.Refuses("ProvidedRequiredArguments", document, errors);
}
