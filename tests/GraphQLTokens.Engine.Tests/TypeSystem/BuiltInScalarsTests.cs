using System.Text.Json;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.TypeSystem.Scalars;

namespace GraphQLTokens.Engine.Tests.TypeSystem;

/// <summary>Sections 3.5.1 to 3.5.5, row by row: what a resolver may answer, and what a variable may hold.</summary>
public sealed class BuiltInScalarsTests
{
    private static readonly Guid Id = new("0198a3f0-0000-7000-8000-000000000001");

    public static TheoryData<string, object, object> Answered { get; } = new()
    {
        { "Int", int.MinValue, int.MinValue },
        { "Int", 2147483647L, int.MaxValue },
        { "Int", 1.0, 1 },
        { "Int", 7m, 7 },
        { "Int", "123", 123 },
        { "Int", true, 1 },
        { "Float", 1, 1 },
        { "Float", 1.5f, 1.5 },
        { "Float", 0.25m, 0.25 },
        { "Float", "1.5", 1.5 },
        { "String", 1, "1" },
        { "String", 1.5, "1.5" },
        { "String", 1e-7, "1e-7" },
        { "String", -0.0, "0" },
        { "String", true, "true" },
        { "String", Id, "0198a3f0-0000-7000-8000-000000000001" },
        { "Boolean", 1, true },
        { "Boolean", 0.0, false },
        { "ID", "a", "a" },
        { "ID", 7, "7" },
        { "ID", long.MaxValue, "9223372036854775807" },
        { "ID", 3.0, "3" },
        { "ID", 1e21, "1e+21" },
        { "ID", Id, Id },
    };

    public static TheoryData<string, object> Unanswerable { get; } = new()
    {
        { "String", double.NaN },
        { "Int", 2147483648L },
        { "Int", -2147483649.0 },
        { "Int", 1.5 },
        { "Int", 1.00000000000000000001m },
        { "Int", double.NaN },
        { "Int", "abc" },
        { "Int", "" },
        { "Int", new object() },
        { "Float", double.NaN },
        { "Float", double.PositiveInfinity },
        { "Float", float.NegativeInfinity },
        { "Float", "x" },
        { "String", new object() },
        { "String", new[] { "a" } },
        { "Boolean", "true" },
        { "Boolean", double.NaN },
        { "ID", 1.5 },
        { "ID", true },
        { "ID", new[] { 1 } },
    };

    public static TheoryData<string, string, object> Given { get; } = new()
    {
        { "Int", "-2147483648", int.MinValue },
        { "Int", "1.0", 1 },
        { "Int", "1e2", 100 },
        { "Float", "1", 1.0 },
        { "Float", "6.02e23", 6.02e23 },
        { "String", "\"1\"", "1" },
        { "Boolean", "true", true },
        { "ID", "\"4\"", "4" },
        { "ID", "4", "4" },
        { "ID", "-4", "-4" },
        { "ID", "1e21", "1e+21" },
        { "ID", "123456789012345678901234567890", "123456789012345678901234567890" },
        { "ID", "-9223372036854775809", "-9223372036854775809" },
    };

    [Theory]
    [MemberData(nameof(Answered))]
    public void Answers_what_loses_nothing(string type, object value, object result) => Assert.Equal(result, Scalar(type).Serialize(value));

    [Theory]
    [MemberData(nameof(Unanswerable))]
    public void Refuses_to_answer_what_would_lose_something(string type, object value) => Assert.Throws<GraphQLException>(() => Scalar(type).Serialize(value));

    [Theory]
    [MemberData(nameof(Given))]
    public void Takes_a_variable(string type, string json, object expected)
    {
        Assert.True(Scalar(type).TryCoerceJson(JsonElement.Parse(json), out var value, out var error), error);
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("Int", "\"1\"")]
    [InlineData("Int", "1.5")]
    [InlineData("Int", "2147483648")]
    [InlineData("Int", "true")]
    [InlineData("Float", "\"1.5\"")]
    [InlineData("Float", "1e999")]
    [InlineData("Float", "false")]
    [InlineData("String", "1")]
    [InlineData("String", "true")]
    [InlineData("Boolean", "1")]
    [InlineData("Boolean", "\"true\"")]
    [InlineData("ID", "1.5")]
    [InlineData("ID", "true")]
    [InlineData("ID", "{}")]
    public void Refuses_a_variable_of_another_kind(string type, string json)
    {
        Assert.False(Scalar(type).TryCoerceJson(JsonElement.Parse(json), out _, out var error));
        Assert.Contains(json, error!, StringComparison.Ordinal);
    }

    private static Scalar Scalar(string name) => BuiltInScalars.All.Single(type => type.Name == name).Coercion;
}
