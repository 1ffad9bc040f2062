namespace GraphQLTokens.Engine.Tests.TypeSystem.SdlRules;

public sealed class UniqueInputFieldNamesRuleTests
{
    [Theory]
    [InlineData("type Query { a(x: I = {b: 1, b: 2}): Int } input I { b: Int }", "There can be only one input field named \"b\". [1:24 1:30]")]
    [InlineData("type Query @d(a: [{b: 1, b: 2}]) { a: Int } directive @d(a: [I]) on OBJECT input I { b: Int }", "There can be only one input field named \"b\". [1:20 1:26]")]
    public void Refuses_a_field_given_twice(string sdl, string fault) => Assert.Equal([fault], SchemaFaultsIn.Text(sdl));

    [Theory]
    [InlineData("type Query { a(x: [I] = [{b: 1}, {b: 2}]): Int } input I { b: Int }")]
    public void Accepts_it_in_two_objects(string sdl) => Assert.Empty(SchemaFaultsIn.Text(sdl));
}
