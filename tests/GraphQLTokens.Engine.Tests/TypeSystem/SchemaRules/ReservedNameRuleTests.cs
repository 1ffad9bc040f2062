namespace GraphQLTokens.Engine.Tests.TypeSystem.SchemaRules;

public sealed class ReservedNameRuleTests
{
    [Theory]
    [InlineData("type Query { a: Int }\nscalar __X", "Name \"__X\" must not begin with \"__\", which is reserved by GraphQL introspection. [2:1]")]
    [InlineData("type Query { __X: Int }", "Name \"__X\" must not begin with \"__\", which is reserved by GraphQL introspection. [1:14]")]
    [InlineData("type Query { a(__X: Int): Int }", "Name \"__X\" must not begin with \"__\", which is reserved by GraphQL introspection. [1:16]")]
    [InlineData("type Query { a: Int }\nenum E { __X }", "Name \"__X\" must not begin with \"__\", which is reserved by GraphQL introspection. [2:10]")]
    [InlineData("type Query { a: Int }\ninput I { __X: Int }", "Name \"__X\" must not begin with \"__\", which is reserved by GraphQL introspection. [2:11]")]
    [InlineData("type Query { a: Int }\ndirective @__X on FIELD", "Name \"__X\" must not begin with \"__\", which is reserved by GraphQL introspection. [2:1]")]
    [InlineData("type Query { a: Int }\ndirective @d(__X: Int) on FIELD", "Name \"__X\" must not begin with \"__\", which is reserved by GraphQL introspection. [2:14]")]
    public void Refuses_names_that_introspection_keeps_to_itself(string sdl, string fault) => Assert.Equal([fault], SchemaFaultsIn.Text(sdl));

    [Theory]
    [InlineData("type Query { _a: Int a__b(_: Int): Int }")]
    public void Accepts_other_underscores(string sdl) => Assert.Empty(SchemaFaultsIn.Text(sdl));
}
