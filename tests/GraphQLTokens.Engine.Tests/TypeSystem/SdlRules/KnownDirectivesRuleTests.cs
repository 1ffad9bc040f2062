namespace GraphQLTokens.Engine.Tests.TypeSystem.SdlRules;

public sealed class KnownDirectivesRuleTests
{
    [Theory]
    [InlineData("schema @nope { query: Query } type Query { a: Int }", "Unknown directive \"@nope\". [1:8]")]
    [InlineData("type Query @nope { a: Int }", "Unknown directive \"@nope\". [1:12]")]
    [InlineData("type Query { a: Int @nope }", "Unknown directive \"@nope\". [1:21]")]
    [InlineData("type Query { a(x: Int @nope): Int }", "Unknown directive \"@nope\". [1:23]")]
    [InlineData("schema @f { query: Query } type Query { a: Int } directive @f on FIELD", "Directive \"@f\" may not be used on SCHEMA. [1:8]")]
    [InlineData("type Query { a: Int } scalar S @f directive @f on FIELD", "Directive \"@f\" may not be used on SCALAR. [1:32]")]
    [InlineData("type Query @f { a: Int } directive @f on FIELD", "Directive \"@f\" may not be used on OBJECT. [1:12]")]
    [InlineData("type Query { a: Int @f } directive @f on FIELD", "Directive \"@f\" may not be used on FIELD_DEFINITION. [1:21]")]
    [InlineData("type Query { a(x: Int @f): Int } directive @f on FIELD", "Directive \"@f\" may not be used on ARGUMENT_DEFINITION. [1:23]")]
    [InlineData("type Query { a: Int } interface I @f { a: Int } directive @f on FIELD", "Directive \"@f\" may not be used on INTERFACE. [1:35]")]
    [InlineData("type Query { a: Int } union U @f = Query directive @f on FIELD", "Directive \"@f\" may not be used on UNION. [1:31]")]
    [InlineData("type Query { a: Int } enum E @f { A } directive @f on FIELD", "Directive \"@f\" may not be used on ENUM. [1:30]")]
    [InlineData("type Query { a: Int } enum E { A @f } directive @f on FIELD", "Directive \"@f\" may not be used on ENUM_VALUE. [1:34]")]
    [InlineData("type Query { a: Int } input I @f { a: Int } directive @f on FIELD", "Directive \"@f\" may not be used on INPUT_OBJECT. [1:31]")]
    [InlineData("type Query { a: Int } input I { a: Int @f } directive @f on FIELD", "Directive \"@f\" may not be used on INPUT_FIELD_DEFINITION. [1:40]")]
    public void Refuses_unknown_and_misplaced_directives(string sdl, string fault) => Assert.Equal([fault], SchemaFaultsIn.Text(sdl));

    [Theory]
    [InlineData("type Query { a: Int } input I @oneOf @f { a: Int @deprecated } directive @f on FIELD | INPUT_OBJECT")]
    public void Accepts_directives_where_they_may_stand(string sdl) => Assert.Empty(SchemaFaultsIn.Text(sdl));
}
