namespace GraphQLTokens.Engine.Tests.Validation.Rules;

public sealed class VariablesInAllowedPositionRuleTests
{
    [Theory]
    [InlineData("query ($a: ID!, $b: Int!, $c: [ID!]!, $d: Int, $e: Int = 3) { token(id: $a) { uses(limit: $d) { at } } tokens(first: $b) { id } all(ids: $c) }")]
    [InlineData("query ($a: Boolean = true) { tokens @skip(if: $a) { id } }")]
    [InlineData("query ($a: ID!, $f: String!) { find(key: { id: $a }) { id } tokens(where: { text: $f, range: { days: $u } }) { id } }")]
    [InlineData("query ($a: Unknown) { tokens(first: $a) { id } }")]
    public void Accepts_variables_as_strict_as_their_place(string document) => RuleCheck.Accepts("VariablesInAllowedPosition", document);

    [Theory]
    [InlineData(
        "query ($a: ID) { token(id: $a) { id } }",
        "1:8 1:28 Variable \"$a\" of type \"ID\" used in position expecting type \"ID!\".")]
    [InlineData(
        "query Q($a: String!, $b: [ID], $c: ID!) { token(id: $a) { id } all(ids: $b, flags: $c) }",
        "1:9 1:53 Variable \"$a\" of type \"String!\" used in position expecting type \"ID!\".",
        "1:22 1:73 Variable \"$b\" of type \"[ID]\" used in position expecting type \"[ID!]!\".",
        "1:32 1:84 Variable \"$c\" of type \"ID!\" used in position expecting type \"[[Boolean]]\".")]
    [InlineData(
        "query ($a: Boolean = null) { ...F } fragment F on Query { tokens @skip(if: $a) { id } }",
        "1:8 1:76 Variable \"$a\" of type \"Boolean\" used in position expecting type \"Boolean!\".")]
    [InlineData(
        "query ($a: ID = 1, $b: Int) { find(key: { id: $a }) { id } tokens(where: { text: $b }) { id } }",
        "1:8 1:47 Variable \"$a\" is of type \"ID\" but must be non-nullable to be used for OneOf Input Object \"Key\".",
        "1:20 1:82 Variable \"$b\" of type \"Int\" used in position expecting type \"String!\".")]
    [InlineData(
        "query ($a: Int) { all(ids: [$a]) }",
        "1:8 1:29 Variable \"$a\" of type \"Int\" used in position expecting type \"ID!\".")]
    [InlineData(
        "query ($a: String = \"x\") { all(ids: [$a]) }",
        "1:8 1:38 Variable \"$a\" of type \"String\" used in position expecting type \"ID!\".")]
    [InlineData(
        "query ($a: String) { tokens(where: { text: $a }) { id } }",
        "1:8 1:44 Variable \"$a\" of type \"String\" used in position expecting type \"String!\".")]
    public void Refuses_variables_that_do_not_fit_their_place(string document, params string[] errors) =>
        RuleCheck.Refuses("VariablesInAllowedPosition", document, errors);

    [Fact]
    public void Refuses_a_nullable_variable_in_a_OneOf_input_object_that_is_itself_required() => RuleCheck.Refuses(
        "VariablesInAllowedPosition",
        "query ($a: ID) { required(key: { id: $a }) }",
        "1:8 1:38 Variable \"$a\" is of type \"ID\" but must be non-nullable to be used for OneOf Input Object \"Key\".");
}
