namespace GraphQLTokens.Engine.Tests.TypeSystem.SdlRules;

public sealed class UniqueDirectiveNamesRuleTests
{
    [Theory]
    [InlineData("type Query { a: Int }\ndirective @d on FIELD\ndirective @d on QUERY", "There can be only one directive named \"@d\". [2:12 3:12]")]
    public void Refuses_a_second_directive_of_a_name(string sdl, string fault) => Assert.Equal([fault], SchemaFaultsIn.Text(sdl));

    [Theory]
    [InlineData("type Query { a: Int } directive @Query on FIELD")]
    [InlineData("type Query { a: Int } directive @skip(if: Boolean!) on FIELD")]
    public void Accepts_a_built_in_directive_defined_again(string sdl) => Assert.Empty(SchemaFaultsIn.Text(sdl));
}
