namespace GraphQLTokens.Engine.Tests.TypeSystem.SdlRules;

public sealed class UniqueTypeNamesRuleTests
{
    [Theory]
    [InlineData("type Query { a: Int }\nenum A { B }\nscalar A", "There can be only one type named \"A\". [2:6 3:8]")]
    public void Refuses_a_second_type_of_a_name(string sdl, string fault) => Assert.Equal([fault], SchemaFaultsIn.Text(sdl));

    [Fact]
    public void Refuses_a_second_type_of_a_name_and_reports_each() => Assert.Equal(
        [
            "There can be only one type named \"A\". [2:8 3:8]",
            "There can be only one type named \"A\". [2:8 4:8]",
        ],
        SchemaFaultsIn.Text("type Query { a: Int }\nscalar A\nscalar A\nscalar A"));

    [Theory]
    [InlineData("type Query { a: Int } extend type Query { b: Int } directive @Query on FIELD")]
    public void Accepts_extensions_and_directives_of_the_name(string sdl) => Assert.Empty(SchemaFaultsIn.Text(sdl));
}
