namespace GraphQLTokens.Engine.Tests.TypeSystem.SchemaRules;

public sealed class DefaultValueRuleTests
{
    [Theory]
    [InlineData("type Query { a(x: Int = \"s\"): Int } enum E { A }", "Query.a(x:) has invalid default value: Int cannot represent non-integer value: \"s\" [1:25]")]
    [InlineData("type Query { a(x: Int! = null): Int } enum E { A }", "Query.a(x:) has invalid default value: Expected value of type \"Int!\", found null. [1:26]")]
    [InlineData("type Query { a(x: E = NOPE): Int } enum E { A }", "Query.a(x:) has invalid default value: Value \"NOPE\" does not exist in \"E\" enum. [1:23]")]
    [InlineData("type Query { a(x: E = 1): Int } enum E { A }", "Query.a(x:) has invalid default value: Enum \"E\" cannot represent non-enum value: 1. [1:23]")]
    [InlineData("type Query { a(x: I = {}): Int } input I { r: Int! }", "Query.a(x:) has invalid default value: Field \"I.r\" of required type \"Int!\" was not provided. [1:23]")]
    [InlineData("type Query { a(x: I = {r: 1, n: 2}): Int } input I { r: Int! }", "Query.a(x:) has invalid default value: Field \"n\" is not defined by type \"I\". [1:33]")]
    [InlineData("type Query { a(x: I = {r: true}): Int } input I { r: Int! }", "Query.a(x:) has invalid default value: Int cannot represent non-integer value: true [1:27]")]
    [InlineData("type Query { a(x: I = 1): Int } input I { r: Int! }", "Query.a(x:) has invalid default value: Expected value of type \"I\", found 1. [1:23]")]
    [InlineData("type Query { a(x: I = [{r: 1}]): Int } input I { r: Int! }", "Query.a(x:) has invalid default value: Expected value of type \"I\", found [{r: 1}]. [1:23]")]
    [InlineData("type Query { a(x: [Int!] = [1, null]): Int }", "Query.a(x:) has invalid default value: Expected value of type \"Int!\", found null. [1:32]")]
    [InlineData("type Query { a: Int }\ninput J { o: O = {a: 1, b: 2} } input O @oneOf { a: Int b: Int }", "J.o has invalid default value: OneOf Input Object \"O\" must specify exactly one key. [2:18]")]
    [InlineData("type Query { a: Int }\ndirective @d(o: O = {a: null}) on FIELD input O @oneOf { a: Int b: Int }", "@d(o:) has invalid default value: Field \"O.a\" must be non-null. [2:25]")]
    public void Refuses_a_default_that_is_no_value_of_its_type(string sdl, string fault) => Assert.Equal([fault], SchemaFaultsIn.Text(sdl));

    [Theory]
    [InlineData("type Query { a(a: [Int!] = 1, b: [[E]] = [[A], null], c: I = {r: 1}, d: Any = {x: [1]}, e: ID = 5): Int } enum E { A } input I { r: Int! o: Int } scalar Any")]
    public void Accepts_defaults_that_coerce(string sdl) => Assert.Empty(SchemaFaultsIn.Text(sdl));
}
