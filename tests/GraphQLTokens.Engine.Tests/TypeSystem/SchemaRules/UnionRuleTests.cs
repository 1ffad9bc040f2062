namespace GraphQLTokens.Engine.Tests.TypeSystem.SchemaRules;

public sealed class UnionRuleTests
{
    [Theory]
    [InlineData("type Query { a: Int }\nunion U", "Union type U must define one or more member types. [2:1]")]
    [InlineData("type Query { a: Int }\nunion U = Query | Query", "Union type U can only include type Query once. [2:11 2:19]")]
    [InlineData("type Query { a: Int }\nunion U = Query\nextend union U = Query", "Union type U can only include type Query once. [2:11 3:18]")]
    [InlineData("type Query { a: Int }\nunion U = Query | Int", "Union type U can only include Object types, it cannot include Int. [2:19]")]
    [InlineData("type Query { a: Int }\nunion U = U", "Union type U can only include Object types, it cannot include U. [2:11]")]
    public void Refuses_unions_of_nothing_of_twins_and_of_no_objects(string sdl, string fault) => Assert.Equal([fault], SchemaFaultsIn.Text(sdl));

    [Theory]
    [InlineData("type Query { a: Int } union U = Query | B type B { a: Int }")]
    public void Accepts_a_union_of_objects(string sdl) => Assert.Empty(SchemaFaultsIn.Text(sdl));
}
