namespace GraphQLTokens.Engine.Tests.TypeSystem.SdlRules;

public sealed class UniqueOperationTypesRuleTests
{
    [Theory]
    [InlineData("schema { query: Query query: Query } type Query { a: Int }", "There can be only one query type in schema. [1:10 1:23]")]
    [InlineData("schema { query: Query mutation: M }\nextend schema { mutation: N }\ntype Query { a: Int } type M { a: Int } type N { a: Int }", "There can be only one mutation type in schema. [1:23 2:17]")]
    [InlineData("extend schema { subscription: M }\nextend schema { subscription: M }\ntype Query { a: Int } type M { a: Int }", "There can be only one subscription type in schema. [1:17 2:17]")]
    public void Refuses_a_root_named_twice(string sdl, string fault) => Assert.Equal([fault], SchemaFaultsIn.Text(sdl));

    [Theory]
    [InlineData("schema { query: Query } extend schema { mutation: M } type Query { a: Int } type M { a: Int }")]
    public void Accepts_roots_named_apart(string sdl) => Assert.Empty(SchemaFaultsIn.Text(sdl));
}
