namespace GraphQLTokens.Engine.Tests.TypeSystem.SdlRules;

public sealed class KnownTypeNamesRuleTests
{
    [Theory]
    [InlineData("type Query { a: [Nope!] }", "Unknown type \"Nope\". [1:18]")]
    [InlineData("type Query { a(x: Nope): Int }", "Unknown type \"Nope\". [1:19]")]
    [InlineData("type Query implements Nope { a: Int }", "Unknown type \"Nope\". [1:23]")]
    [InlineData("type Query { a: Int }\nunion U = Query | Nope", "Unknown type \"Nope\". [2:19]")]
    [InlineData("type Query { a: Int }\ninput I { a: Nope }", "Unknown type \"Nope\". [2:14]")]
    [InlineData("type Query { a: Int }\ndirective @d(a: Nope) on FIELD", "Unknown type \"Nope\". [2:17]")]
    [InlineData("type Query { a: Int }\nschema { query: Query mutation: Nope }", "Unknown type \"Nope\". [2:33]")]
    [InlineData("type Query { a: Int }\nextend type Query { b: Nope }", "Unknown type \"Nope\". [2:24]")]
    public void Refuses_a_type_that_nobody_defines(string sdl, string fault) => Assert.Equal([fault], SchemaFaultsIn.Text(sdl));

    [Theory]
    [InlineData("type Query { a: Later b: Float c: ID d: __Type } type Later { a: Int }")]
    public void Accepts_types_defined_later_or_built_in(string sdl) => Assert.Empty(SchemaFaultsIn.Text(sdl));
}
