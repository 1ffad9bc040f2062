namespace GraphQLTokens.Engine.Tests.TypeSystem.SchemaRules;

public sealed class InputValueRuleTests
{
    [Theory]
    [InlineData("type Query { a(x: [Query!]): Int }", "The type of Query.a(x:) must be Input Type but got: [Query!]. [1:19]")]
    [InlineData("type Query { a: Int }\ninput I { a: Query }", "The type of I.a must be Input Type but got: Query. [2:14]")]
    [InlineData("type Query { a: Int }\ndirective @d(a: Query) on FIELD", "The type of @d(a:) must be Input Type but got: Query. [2:17]")]
    [InlineData("type Query { a(x: Int! @deprecated): Int }", "Required argument Query.a(x:) cannot be deprecated. [1:24 1:19]")]
    [InlineData("type Query { a: Int }\ninput I { a: Int! @deprecated }", "Required input field I.a cannot be deprecated. [2:19 2:14]")]
    [InlineData("type Query { a: Int }\ndirective @d(a: Int! @deprecated) on FIELD", "Required argument @d(a:) cannot be deprecated. [2:22 2:17]")]
    public void Refuses_output_types_and_deprecating_what_is_required(string sdl, string fault) => Assert.Equal([fault], SchemaFaultsIn.Text(sdl));

    [Theory]
    [InlineData("type Query { a(x: Int! = 1 @deprecated, y: Int @deprecated): Int }")]
    public void Accepts_deprecating_what_is_optional(string sdl) => Assert.Empty(SchemaFaultsIn.Text(sdl));

    [Fact]
    public void Looks_at_built_in_directives_that_a_schema_defines_anew() => Assert.Equal(
        ["The type of @skip(note:) must be Input Type but got: Query. [1:37]"],
        SchemaFaultsIn.Text("directive @skip(if: Boolean!, note: Query) on FIELD type Query { a: Int }"));
}
