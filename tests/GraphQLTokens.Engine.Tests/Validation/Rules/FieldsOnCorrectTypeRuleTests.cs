using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.Validation;

namespace GraphQLTokens.Engine.Tests.Validation.Rules;

public sealed class FieldsOnCorrectTypeRuleTests
{
    [Theory]
    [InlineData("{ token(id: 1) { id __typename } __schema { description } __type(name: \"A\") { name } }")]
    [InlineData("{ owner { __typename ... on User { email } } }")]
    [InlineData("{ node(id: 1) { id } }")]
    public void Accepts_fields_of_the_type_and_meta_fields(string document) => RuleCheck.Accepts("FieldsOnCorrectType", document);

    [Theory]
    [InlineData(
        "{ tokn(id: 1) { id } }",
        "1:3 Cannot query field \"tokn\" on type \"Query\". Did you mean \"token\" or \"tokens\"?")]
    [InlineData(
        "{ token(id: 1) { nmae { deeper } } }",
        "1:18 Cannot query field \"nmae\" on type \"Token\". Did you mean \"name\"?")]
    [InlineData(
        "{ owner { name } }",
        "1:11 Cannot query field \"name\" on type \"Owner\". Did you mean to use an inline fragment on \"Named\" or \"User\"?")]
    [InlineData(
        "{ node(id: 1) { name } }",
        "1:17 Cannot query field \"name\" on type \"Node\". Did you mean to use an inline fragment on \"Named\", \"Token\", or \"User\"?")]
    [InlineData(
        "{ node(id: 1) { email } }",
        "1:17 Cannot query field \"email\" on type \"Node\". Did you mean to use an inline fragment on \"User\"?")]
    [InlineData(
        "{ node(id: 1) { zzzzzz } }",
        "1:17 Cannot query field \"zzzzzz\" on type \"Node\".")]
    [InlineData(
        "{ token(id: 1) { __schema { description } } }",
        "1:18 Cannot query field \"__schema\" on type \"Token\".")]
    [InlineData(
        "{ owner { ... on User { serial } } }",
        "1:25 Cannot query field \"serial\" on type \"User\". Did you mean \"email\"?")]
    [InlineData(
        "{ token(id: 1) { name ... { nope } } }",
        "1:29 Cannot query field \"nope\" on type \"Token\". Did you mean \"name\"?")]
    [InlineData(
        "{ node(id: 1) { ... on User { email } ... { email } } }",
        "1:45 Cannot query field \"email\" on type \"Node\". Did you mean to use an inline fragment on \"User\"?")]
    public void Refuses_fields_that_the_type_does_not_have(string document, params string[] errors) =>
        RuleCheck.Refuses("FieldsOnCorrectType", document, errors);

    [Theory]
    [InlineData("type User implements Zoned { f: Int } type Robot { f: Int } type Ant { g: Int }", "\"Robot\", \"Zoned\", or \"User\"")]
    [InlineData("type User implements Zoned { f: Int } type Robot { g: Int } type Ant { g: Int }", "\"Zoned\" or \"User\"")]
    [InlineData("type User implements Zoned { f: Int } type Robot implements Zoned { f: Int } type Ant { f: Int }", "\"Zoned\", \"Ant\", \"Robot\", or \"User\"")]
    public void Suggests_what_most_share_first_and_an_interface_before_the_types_that_implement_it(string types, string suggested)
    {
        var schema = SchemaBuilder.Build([Parser.Parse($"interface Zoned {{ f: Int }} {types} union Owner = User | Robot | Ant type Query {{ owner: Owner }}")]);

        Assert.Equal(
            $"Cannot query field \"f\" on type \"Owner\". Did you mean to use an inline fragment on {suggested}?",
            Assert.Single(DocumentValidator.Validate(schema, Parser.Parse("{ owner { f } }"))).Message);
    }
}
