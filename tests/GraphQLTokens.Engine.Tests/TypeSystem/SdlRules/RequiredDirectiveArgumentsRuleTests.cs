namespace GraphQLTokens.Engine.Tests.TypeSystem.SdlRules;

public sealed class RequiredDirectiveArgumentsRuleTests
{
    [Theory]
    [InlineData("type Query @d { a: Int } directive @d(a: Int!) on OBJECT", "Directive \"@d\" argument \"a\" of type \"Int!\" is required, but it was not provided. [1:12]")]
    [InlineData("type Query { a: Int } scalar S @specifiedBy", "Directive \"@specifiedBy\" argument \"url\" of type \"String!\" is required, but it was not provided. [1:32]")]
    public void Refuses_a_required_argument_left_out(string sdl, string fault) => Assert.Equal([fault], SchemaFaultsIn.Text(sdl));

    [Theory]
    [InlineData("type Query @d { a: Int } directive @d(a: Int! = 1, b: Int) on OBJECT")]
    public void Accepts_optional_ones_left_out(string sdl) => Assert.Empty(SchemaFaultsIn.Text(sdl));
}
