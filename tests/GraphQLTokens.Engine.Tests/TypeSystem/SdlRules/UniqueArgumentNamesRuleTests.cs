namespace GraphQLTokens.Engine.Tests.TypeSystem.SdlRules;

public sealed class UniqueArgumentNamesRuleTests
{
    [Theory]
    [InlineData("type Query @d(a: 1, a: 2, a: 3) { a: Int } directive @d(a: Int) on OBJECT", "There can be only one argument named \"a\". [1:15 1:21 1:27]")]
    public void Refuses_an_argument_given_twice(string sdl, string fault) => Assert.Equal([fault], SchemaFaultsIn.Text(sdl));

    [Theory]
    [InlineData("type Query @d(a: 1) @d(a: 2) { a: Int } directive @d(a: Int) repeatable on OBJECT")]
    public void Accepts_it_on_two_directives(string sdl) => Assert.Empty(SchemaFaultsIn.Text(sdl));
}
