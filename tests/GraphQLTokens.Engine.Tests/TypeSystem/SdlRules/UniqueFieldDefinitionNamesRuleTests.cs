namespace GraphQLTokens.Engine.Tests.TypeSystem.SdlRules;

public sealed class UniqueFieldDefinitionNamesRuleTests
{
    [Theory]
    [InlineData("type Query { a: Int a: String }", "Field \"Query.a\" can only be defined once. [1:14 1:21]")]
    [InlineData("type Query { a: Int }\nextend type Query { a: Int }", "Field \"Query.a\" can only be defined once. [1:14 2:21]")]
    [InlineData("type Query { a: Int }\ninterface I { a: Int a: Int }", "Field \"I.a\" can only be defined once. [2:15 2:22]")]
    [InlineData("type Query { a: Int }\ninput I { a: Int a: Int }", "Field \"I.a\" can only be defined once. [2:11 2:18]")]
    public void Refuses_a_field_defined_twice(string sdl, string fault) => Assert.Equal([fault], SchemaFaultsIn.Text(sdl));

    [Theory]
    [InlineData("type Query { a: Int } interface I { a: Int } input J { a: Int }")]
    public void Accepts_one_field_in_several_types(string sdl) => Assert.Empty(SchemaFaultsIn.Text(sdl));
}
