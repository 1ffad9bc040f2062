namespace GraphQLTokens.Engine.Tests.TypeSystem.SdlRules;

public sealed class PossibleTypeExtensionsRuleTests
{
    [Theory]
    [InlineData("type Query { a: Int }\nextend type Nope { a: Int }", "Cannot extend type \"Nope\" because it is not defined. [2:13]")]
    [InlineData("type Query { a: Int }\nextend scalar Int @d directive @d on SCALAR", "Cannot extend type \"Int\" because it is not defined. [2:15]")]
    [InlineData("type Query { a: Int }\nextend scalar Query @d directive @d on SCALAR", "Cannot extend non-scalar type \"Query\". [1:1 2:1]")]
    [InlineData("type Query { a: Int }\nextend interface Query { b: Int } directive @d on SCALAR", "Cannot extend non-interface type \"Query\". [1:1 2:1]")]
    [InlineData("type Query { a: Int }\nextend union Query = Query directive @d on SCALAR", "Cannot extend non-union type \"Query\". [1:1 2:1]")]
    [InlineData("type Query { a: Int }\nextend enum Query { B } directive @d on SCALAR", "Cannot extend non-enum type \"Query\". [1:1 2:1]")]
    [InlineData("type Query { a: Int }\nextend input Query { b: Int } directive @d on SCALAR", "Cannot extend non-input object type \"Query\". [1:1 2:1]")]
    [InlineData("type Query { a: Int }\nenum E { A }\nextend type E { b: Int }", "Cannot extend non-object type \"E\". [2:1 3:1]")]
    public void Refuses_extensions_of_nothing_and_of_another_kind(string sdl, string fault) => Assert.Equal([fault], SchemaFaultsIn.Text(sdl));

    [Theory]
    [InlineData("extend type Query { b: Int } type Query { a: Int }")]
    public void Accepts_an_extension_before_its_definition(string sdl) => Assert.Empty(SchemaFaultsIn.Text(sdl));
}
