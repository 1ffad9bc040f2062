using GraphQLTokens.Engine.TypeSystem.Printing;

namespace GraphQLTokens.Engine.Tests.TypeSystem.Printing;

public sealed class DefaultValueTextTests
{
    [Theory]
    [InlineData("[Int!]", "1", "[1]")]
    [InlineData("[[Int]]", "[1, null]", "[[1], null]")]
    [InlineData("[Int]", "null", "null")]
    [InlineData("Float", "1.50", "1.5")]
    [InlineData("Float!", "2", "2")]
    [InlineData("ID", "\"12\"", "12")]
    [InlineData("ID", "\"012\"", "\"012\"")]
    [InlineData("ID", "\"-7\"", "-7")]
    [InlineData("ID", "\"x\"", "\"x\"")]
    [InlineData("String", "\"\"\"a\n  b\"\"\"", "\"a\\nb\"")]
    [InlineData("E", "A", "A")]
    [InlineData("Any", "{b: 1.0, a: [\"x\"]}", "{b: 1.0, a: [\"x\"]}")]
    [InlineData("Int", "-0", "0")]
    [InlineData("Float", "-0.0", "0")]
    [InlineData("Any", "1.50", "1.5")]
    [InlineData("Any", "2e3", "2000")]
    [InlineData("Any", "-0", "0")]
    [InlineData("Any", "A", "\"A\"")]
    [InlineData("Any", "\"\"\"a\n  b\"\"\"", "\"a\\nb\"")]
    [InlineData("Any", "12345678901234567890", "12345678901234567890")]
    [InlineData("Any", "1e400", "1e400")]
    [InlineData("In", "{list: 3, b: 1.0}", "{b: 1, list: [3]}")]
    [InlineData("[In!]", "{}", "[{list: [7]}]")]
    [InlineData("In", "{list: null, self: {}}", "{list: null, self: {list: [7]}}")]
    public void Says_what_a_default_means(string type, string written, string expected)
    {
        var schema = SchemaLoader.Load($$"""
            type Query { a(x: {{type}} = {{written}}): Int }
            enum E { A }
            scalar Any
            input In { b: Float list: [Int] = 7 self: In }
            """);

        Assert.Equal(expected, DefaultValueText.Of(schema.QueryType.Fields["a"].Arguments["x"]));
    }

    [Fact]
    public void Says_nothing_where_there_is_no_default() =>
        Assert.Null(DefaultValueText.Of(SchemaLoader.Load("type Query { a(x: Int): Int }").QueryType.Fields["a"].Arguments["x"]));
}
