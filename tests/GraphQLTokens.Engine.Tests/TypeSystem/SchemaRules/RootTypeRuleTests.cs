namespace GraphQLTokens.Engine.Tests.TypeSystem.SchemaRules;

public sealed class RootTypeRuleTests
{
    [Theory]
    [InlineData("type A { a: Int }", "Query root type must be provided. []")]
    [InlineData("schema { mutation: M }\ntype M { a: Int } type Query { a: Int }", "Query root type must be provided. [1:1]")]
    [InlineData("scalar Query", "Query root type must be Object type, it cannot be Query. [1:1]")]
    [InlineData("schema { query: E } enum E { A }", "Query root type must be Object type, it cannot be E. [1:17]")]
    [InlineData("schema { query: Float }", "Query root type must be Object type, it cannot be Float. [1:17]")]
    [InlineData("schema { query: Query mutation: Float } type Query { a: Int }", "Mutation root type must be Object type if provided, it cannot be Float. [1:33]")]
    [InlineData("type Query { a: Int }\ninput Mutation { a: Int }", "Mutation root type must be Object type if provided, it cannot be Mutation. [2:1]")]
    [InlineData("schema { query: Query subscription: U } type Query { a: Int } union U = Query", "Subscription root type must be Object type if provided, it cannot be U. [1:37]")]
    [InlineData("schema { query: Query mutation: Query } type Query { a: Int }", "All root types must be different, \"Query\" type is used as query and mutation root types. [1:17 1:33]")]
    [InlineData("schema { query: Query mutation: Query subscription: Query } type Query { a: Int }", "All root types must be different, \"Query\" type is used as query, mutation, and subscription root types. [1:17 1:33 1:53]")]
    public void Refuses_roots_that_are_missing_shared_or_no_objects(string sdl, string fault) => Assert.Equal([fault], SchemaFaultsIn.Text(sdl));

    [Theory]
    [InlineData("type Query { a: Int } type Mutation { a: Int } type Subscription { a: Int }")]
    public void Accepts_a_root_for_each_operation(string sdl) => Assert.Empty(SchemaFaultsIn.Text(sdl));
}
