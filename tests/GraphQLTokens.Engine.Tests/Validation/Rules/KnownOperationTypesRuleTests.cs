using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.Validation;

namespace GraphQLTokens.Engine.Tests.Validation.Rules;

public sealed class KnownOperationTypesRuleTests
{
    private static readonly Schema QueriesOnly = SchemaBuilder.Build([Parser.Parse("type Query { a: Int } type Mutation { b: Int } schema { query: Query }")]);

    [Theory]
    [InlineData("{ __typename }")]
    [InlineData("mutation { __typename }")]
    [InlineData("subscription { changed { id } }")]
    public void Accepts_an_operation_of_a_kind_that_has_a_root(string document) => RuleCheck.Accepts("KnownOperationTypes", document);

    [Theory]
    [InlineData("query A { a }")]
    [InlineData("fragment F on Query { a }")]
    public void Accepts_what_is_no_operation_of_another_kind(string document) => RuleCheck.Accepts("KnownOperationTypes", document, QueriesOnly);

    [Theory]
    [InlineData("mutation { b }", "1:1 The mutation operation is not supported by the schema.")]
    [InlineData("query A { a } \"of events\" subscription B { c }", "1:15 The subscription operation is not supported by the schema.")]
    [InlineData(
        "mutation A { b } mutation B { b }",
        "1:1 The mutation operation is not supported by the schema.",
        "1:18 The mutation operation is not supported by the schema.")]
    public void Refuses_an_operation_of_a_kind_that_has_none(string document, params string[] errors) =>
        RuleCheck.Refuses("KnownOperationTypes", document, QueriesOnly, errors);

    [Fact]
    public void Is_the_one_rule_that_may_be_left_out()
    {
        var document = Parser.Parse("mutation A { b } query B { unknown }");

        Assert.Equal(
            ["The mutation operation is not supported by the schema.", "Cannot query field \"unknown\" on type \"Query\"."],
            DocumentValidator.Validate(QueriesOnly, document).Select(error => error.Message).Order(StringComparer.Ordinal).Reverse());
        var left = Assert.Single(DocumentValidator.Validate(QueriesOnly, document, ValidationOptions.Default with { OperationTypes = false }));
        Assert.Equal("Cannot query field \"unknown\" on type \"Query\".", left.Message);
    }
}
