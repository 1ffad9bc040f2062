namespace GraphQLTokens.Engine.Tests.TypeSystem.SdlRules;

public sealed class UniqueEnumValueNamesRuleTests
{
    [Theory]
    [InlineData("type Query { a: Int }\nenum E { A B A }", "Enum value \"E.A\" can only be defined once. [2:10 2:14]")]
    [InlineData("extend enum E { A }\nenum E { A }\ntype Query { a: Int }", "Enum value \"E.A\" can only be defined once. [1:17 2:10]")]
    public void Refuses_a_value_defined_twice(string sdl, string fault) => Assert.Equal([fault], SchemaFaultsIn.Text(sdl));

    [Theory]
    [InlineData("type Query { a: Int } enum E { A } enum F { A }")]
    public void Accepts_one_value_in_two_enums(string sdl) => Assert.Empty(SchemaFaultsIn.Text(sdl));
}
