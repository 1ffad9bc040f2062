namespace GraphQLTokens.Engine.Tests.TypeSystem.SchemaRules;

public sealed class EnumRuleTests
{
    [Theory]
    [InlineData("type Query { a: Int }\nenum E\nextend enum E @d directive @d on ENUM", "Enum type E must define one or more values. [2:1 3:1]")]
    public void Refuses_an_enum_without_values(string sdl, string fault) => Assert.Equal([fault], SchemaFaultsIn.Text(sdl));

    [Theory]
    [InlineData("type Query { a: Int } enum E extend enum E { A }")]
    public void Accepts_values_from_extensions_alone(string sdl) => Assert.Empty(SchemaFaultsIn.Text(sdl));
}
