namespace GraphQLTokens.Engine.Tests.TypeSystem.SdlRules;

public sealed class KnownDirectiveArgumentsRuleTests
{
    [Theory]
    [InlineData("type Query { a: Int @deprecated(why: \"x\") }", "Unknown argument \"why\" on directive \"@deprecated\". [1:33]")]
    [InlineData("type Query @d(a: 1, b: 2) { a: Int } directive @d(a: Int) on OBJECT", "Unknown argument \"b\" on directive \"@d\". [1:21]")]
    public void Refuses_an_argument_that_the_directive_does_not_define(string sdl, string fault) => Assert.Equal([fault], SchemaFaultsIn.Text(sdl));

    [Theory]
    [InlineData("type Query @d(a: 1) { a: Int } directive @d(a: Int) on OBJECT")]
    public void Accepts_one_that_it_defines(string sdl) => Assert.Empty(SchemaFaultsIn.Text(sdl));
}
