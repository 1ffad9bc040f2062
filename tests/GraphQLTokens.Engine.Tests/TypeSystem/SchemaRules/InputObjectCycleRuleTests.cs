namespace GraphQLTokens.Engine.Tests.TypeSystem.SchemaRules;

public sealed class InputObjectCycleRuleTests
{
    [Theory]
    [InlineData("type Query { a: Int }\ninput I { a: I! }", "Cannot reference Input Object \"I\" within itself through a series of non-null fields: \"a\". [2:11]")]
    [InlineData("type Query { a: Int }\ninput I { x: Int b: J! }\ninput J { c: K! }\ninput K { d: I! }", "Cannot reference Input Object \"I\" within itself through a series of non-null fields: \"b.c.d\". [2:18 3:11 4:11]")]
    public void Refuses_input_objects_that_no_finite_value_fits(string sdl, string fault) => Assert.Equal([fault], SchemaFaultsIn.Text(sdl));

    [Fact]
    public void Refuses_input_objects_that_no_finite_value_fits_and_reports_each() => Assert.Equal(
        [
            "Cannot reference Input Object \"I\" within itself through a series of non-null fields: \"a.b\". [2:11 3:11]",
            "Cannot reference Input Object \"J\" within itself through a series of non-null fields: \"c\". [3:17]",
        ],
        SchemaFaultsIn.Text("type Query { a: Int }\ninput I { a: J! }\ninput J { b: I! c: J! }"));

    [Theory]
    [InlineData("type Query { a: Int } input I { a: I b: [I!]! c: J! d: J! } input J { a: I }")]
    public void Accepts_cycles_that_null_or_an_empty_list_ends(string sdl) => Assert.Empty(SchemaFaultsIn.Text(sdl));
}
