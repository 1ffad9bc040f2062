namespace GraphQLTokens.Engine.Tests.Validation.Rules;

public sealed class ExecutableDefinitionsRuleTests
{
    [Theory]
    [InlineData("{ owner { ...F } } fragment F on Robot { serial }")]
    public void Accepts_operations_and_fragments(string document) => RuleCheck.Accepts("ExecutableDefinitions", document);

    [Theory]
    [InlineData(
        "{ __typename } type T { a: Int }",
        "1:16 The \"T\" definition is not executable.")]
    [InlineData(
        "{ __typename } schema { query: Query }",
        "1:16 The schema definition is not executable.")]
    [InlineData(
        "{ __typename } extend enum State { NEW }",
        "1:16 The \"State\" definition is not executable.")]
    [InlineData(
        "{ __typename } directive @x on FIELD",
        "1:16 The \"x\" definition is not executable.")]
    [InlineData(
        "query Q { __typename } extend schema @once",
        "1:24 The schema definition is not executable.")]
    public void Refuses_every_definition_of_a_type_system(string document, params string[] errors) =>
        RuleCheck.Refuses("ExecutableDefinitions", document, errors);
}
