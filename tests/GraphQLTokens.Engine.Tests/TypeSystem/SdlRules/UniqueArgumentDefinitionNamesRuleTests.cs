namespace GraphQLTokens.Engine.Tests.TypeSystem.SdlRules;

public sealed class UniqueArgumentDefinitionNamesRuleTests
{
    [Theory]
    [InlineData("type Query { a(x: Int, y: Int, x: Int, x: Int): Int }", "Argument \"Query.a(x:)\" can only be defined once. [1:16 1:32 1:40]")]
    [InlineData("type Query { a: Int }\ninterface I { a(x: Int, x: Int): Int }", "Argument \"I.a(x:)\" can only be defined once. [2:17 2:25]")]
    [InlineData("type Query { a: Int }\ndirective @d(x: Int, x: Int) on FIELD", "Argument \"@d(x:)\" can only be defined once. [2:14 2:22]")]
    public void Refuses_an_argument_defined_twice(string sdl, string fault) => Assert.Equal([fault], SchemaFaultsIn.Text(sdl));

    [Theory]
    [InlineData("type Query { a(x: Int): Int b(x: Int): Int }")]
    public void Accepts_one_argument_on_two_fields(string sdl) => Assert.Empty(SchemaFaultsIn.Text(sdl));
}
