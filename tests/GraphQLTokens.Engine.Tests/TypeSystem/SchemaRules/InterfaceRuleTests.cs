namespace GraphQLTokens.Engine.Tests.TypeSystem.SchemaRules;

public sealed class InterfaceRuleTests
{
    [Theory]
    [InlineData("type Query implements A { a: Int } type A { a: Int }", "Type Query must only implement Interface types, it cannot implement A. [1:23]")]
    [InlineData("type Query { a: Int }\ninterface I implements I { a: Int }", "Type I cannot implement itself because it would create a circular reference. [2:24]")]
    [InlineData("type Query implements I & I { a: Int } interface I { a: Int }", "Type Query can only implement I once. [1:23 1:27]")]
    [InlineData("type Query implements I { a: Int }\nextend type Query implements I interface I { a: Int }", "Type Query can only implement I once. [1:23 2:30]")]
    [InlineData("type Query implements J { a: Int }\ninterface I { a: Int }\ninterface J implements I { a: Int }", "Type Query must implement I because it is implemented by J. [3:24 1:23]")]
    public void Refuses_what_is_no_interface_and_interfaces_out_of_order(string sdl, string fault) => Assert.Equal([fault], SchemaFaultsIn.Text(sdl));

    [Fact]
    public void Refuses_what_is_no_interface_and_interfaces_out_of_order_and_reports_each() => Assert.Equal(
        [
            "Type I cannot implement J because it would create a circular reference. [3:24 2:24]",
            "Type J cannot implement I because it would create a circular reference. [2:24 3:24]",
        ],
        SchemaFaultsIn.Text("type Query { a: Int }\ninterface I implements J { a: Int }\ninterface J implements I { a: Int }"));

    [Theory]
    [InlineData("type Query implements J & I { a: Int } interface I { a: Int } interface J implements I { a: Int }")]
    public void Accepts_an_interface_with_its_own(string sdl) => Assert.Empty(SchemaFaultsIn.Text(sdl));
}
