using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Scalars;
using GraphQLTokens.Engine.Validation;
using GraphQLTokens.Engine.Validation.Rules;

namespace GraphQLTokens.Engine.Tests.Validation.Rules;

public sealed class ValuesOfCorrectTypeRuleTests
{
    [Theory]
    [InlineData("{ all(ids: [1, \"a\"], flags: [[true, null], null], ratio: 3, at: { any: [1] }) }")]
    [InlineData("{ all(ids: 1, flags: true) tokens(where: null, state: EXPIRED, first: null) { id } }")]
    [InlineData("{ tokens(where: { text: \"a\", states: ACTIVE, range: { days: 3 }, and: [{ text: \"b\" }] }) { id } }")]
    [InlineData("query ($a: Int = 3, $s: State = ACTIVE) { find(key: { id: 1 }) { id } }")]
    [InlineData("query ($a: ID, $b: Instant) { all(ids: [$a], at: [$b]) }")]
    [InlineData("query ($a: Token = 1) { __typename }")]
    public void Accepts_literals_that_coerce(string document) => RuleCheck.Accepts("ValuesOfCorrectType", document);

    [Theory]
    [InlineData(
        "{ token(id: 1.5) { uses(limit: \"a\") { at } } }",
        "1:13 ID cannot represent a non-string and non-integer value: 1.5",
        "1:32 Int cannot represent non-integer value: \"a\"")]
    [InlineData(
        "{ tokens(state: \"ACTIVE\", first: 3000000000) { id } }",
        "1:17 Enum \"State\" cannot represent non-enum value: \"ACTIVE\". Did you mean the enum value \"ACTIVE\"?",
        "1:34 Int cannot represent non 32-bit signed integer value: 3000000000")]
    [InlineData(
        "{ tokens(state: ACTIV) { id } }",
        "1:17 Value \"ACTIV\" does not exist in \"State\" enum. Did you mean the enum value \"ACTIVE\"?")]
    [InlineData(
        "{ tokens(where: { txt: \"a\", range: { days: null } }) { id } }",
        "1:17 Field \"Filter.text\" of required type \"String!\" was not provided.",
        "1:19 Field \"txt\" is not defined by type \"Filter\". Did you mean \"text\"?",
        "1:44 Expected value of type \"Int!\", found null.")]
    [InlineData(
        "{ all(ids: [1, null, true], flags: [[1]], ratio: \"x\") }",
        "1:16 Expected value of type \"ID!\", found null.",
        "1:22 ID cannot represent a non-string and non-integer value: true",
        "1:38 Boolean cannot represent a non boolean value: 1",
        "1:50 Float cannot represent non numeric value: \"x\"")]
    [InlineData(
        "{ all(ids: null, ratio: {}) }",
        "1:12 Expected value of type \"[ID!]!\", found null.",
        "1:25 Float cannot represent non numeric value: {}")]
    [InlineData(
        "{ tokens(where: [1]) { id } }",
        "1:17 Expected value of type \"Filter\", found [1].")]
    [InlineData(
        "{ tokens(where: 1, first: [1]) { id } }",
        "1:17 Expected value of type \"Filter\", found 1.",
        "1:27 Int cannot represent non-integer value: [1]")]
    [InlineData(
        "query ($a: Int = \"x\", $b: Filter = { max: true }) { __typename }",
        "1:18 Int cannot represent non-integer value: \"x\"",
        "1:36 Field \"Filter.text\" of required type \"String!\" was not provided.",
        "1:43 Int cannot represent non-integer value: true")]
    [InlineData(
        "{ find(key: {}) { id } }",
        "1:13 OneOf Input Object \"Key\" must specify exactly one key.")]
    [InlineData(
        "{ find(key: { id: 1, name: \"a\" }) { id } }",
        "1:13 OneOf Input Object \"Key\" must specify exactly one key.")]
    [InlineData(
        "{ find(key: { id: null }) { id } }",
        "1:13 Field \"Key.id\" must be non-null.")]
    [InlineData(
        "{ tokens @skip(if: 1) { id } }",
        "1:20 Boolean cannot represent a non boolean value: 1")]
    [InlineData(
        "{ tokens(where: { text: 1, and: { text: 2 } }) { id } }",
        "1:25 String cannot represent a non string value: 1",
        "1:41 String cannot represent a non string value: 2")]
    [InlineData(
        "{ all(ratio: {}, ids: null) }",
        "1:14 Float cannot represent non numeric value: {}",
        "1:23 Expected value of type \"[ID!]!\", found null.")]
    [InlineData(
        "{ all(ratio: [[1], true], ids: null) }",
        "1:14 Float cannot represent non numeric value: [[1], true]",
        "1:32 Expected value of type \"[ID!]!\", found null.")]
    [InlineData(
        "{ find(key: { id: 1, ID: 2 }) { id } }",
        "1:13 OneOf Input Object \"Key\" must specify exactly one key.",
        "1:22 Field \"ID\" is not defined by type \"Key\". Did you mean \"id\"?")]
    [InlineData(
        "query ($a: Int) { all(ratio: [$a]) }",
        "1:30 Float cannot represent non numeric value: [$a]")]
    public void Refuses_literals_that_do_not_coerce(string document, params string[] errors) =>
        RuleCheck.Refuses("ValuesOfCorrectType", document, errors);

    [Theory]
    [InlineData("{ pick(even: 2) }")]
    [InlineData("{ pick(even: 3) }", "Expected value of type \"Even\", found 3.")]
    [InlineData("{ pick(even: \"a\") }", "No number.")]
    [InlineData("query ($v: Int) { pick(even: [$v]) }", "No number.")]
    public void Asks_scalars_of_the_product_for_their_words(string document, params string[] messages)
    {
        var options = new SchemaBuilderOptions { Scalars = [new EvenScalar()] };
        var schema = SchemaBuilder.Build([Parser.Parse("scalar Even type Query { pick(even: Even): Int }")], options);

        Assert.Equal(messages, DocumentValidator.Validate(schema, Parser.Parse(document), new RuleSet([ValuesOfCorrectTypeRule.Definition]), ValidationOptions.Default).Errors.Select(error => error.Message));
    }

    private sealed class EvenScalar : Scalar
    {
        public override string Name => "Even";

        public override Type ValueType => typeof(int);

        public override bool TryCoerceLiteral(ValueNode literal, [NotNullWhen(true)] out object? value, out string? error)
        {
            value = literal is IntValueNode { Value: "2" } ? 2 : null;
            error = literal is IntValueNode ? null : "No number.";
            return value is not null;
        }

        public override bool TryCoerceJson(JsonElement json, [NotNullWhen(true)] out object? value, out string? error) => throw new NotSupportedException();

        public override object Serialize(object value) => value;
    }
}
