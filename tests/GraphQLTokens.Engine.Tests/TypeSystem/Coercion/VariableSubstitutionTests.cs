using System.Text.Json;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Coercion;

namespace GraphQLTokens.Engine.Tests.TypeSystem.Coercion;

/// <summary>Literals as a scalar of the product's own is shown them: with kinds, since an integer and a float are two to it.</summary>
public sealed class VariableSubstitutionTests
{
    public static TheoryData<object?, string> Values { get; } = new()
    {
        { null, "NullValue null" },
        { true, "BooleanValue true" },
        { false, "BooleanValue false" },
        { "a\"b", "StringValue \"a\\\"b\"" },
        { 7, "IntValue 7" },
        { 7L, "IntValue 7" },
        { 1.5, "FloatValue 1.5" },
        { new object?[] { 1, null, "a" }, "ListValue [1, null, \"a\"]" },
        { Json("null"), "NullValue null" },
        { Json("true"), "BooleanValue true" },
        { Json("false"), "BooleanValue false" },
        { Json("\"a\""), "StringValue \"a\"" },
        { Json("7"), "IntValue 7" },
        { Json("7.5"), "FloatValue 7.5" },
        { Json("1e3"), "FloatValue 1e3" },
        { Json("[1, [true], null]"), "ListValue [1, [true], null]" },
        { Json("{\"a\": {\"b\": \"c\"}}"), "ObjectValue {a: {b: \"c\"}}" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_variable_stands_for_the_literal_of_its_value(object? value, string literal)
    {
        Assert.True(VariableSubstitution.TryReplace(Parse("$v"), new Variables(value), out var alone));
        Assert.Equal(literal, $"{alone.Kind} {SyntaxPrinter.Print(alone)}");
        Assert.True(VariableSubstitution.TryReplace(Parse("[0, { a: $v }]"), new Variables(value), out var inside));
        Assert.Equal($"[0, {{a: {SyntaxPrinter.Print(alone)}}}]", SyntaxPrinter.Print(inside));
    }

    [Theory]
    [InlineData("$v")]
    [InlineData("[1, $v]")]
    [InlineData("{ a: 1, b: $v }")]
    [InlineData("{ a: [{ b: [$v] }] }")]
    public void What_no_literal_says_stands_for_none(string literal)
    {
        Assert.False(VariableSubstitution.TryReplace(Parse(literal), new Variables(InputValues.Empty), out _));
        Assert.False(VariableSubstitution.TryReplace(Parse(literal), new Variables(new object?[] { InputValues.Empty }), out _));
    }

    [Theory]
    [InlineData("$gone", "null")]
    [InlineData("[$gone, 1]", "[null, 1]")]
    [InlineData("{ a: $gone, b: 1 }", "{b: 1}")]
    [InlineData("{ a: [$gone] }", "{a: [null]}")]
    public void An_absent_variable_is_null_and_leaves_out_the_field_that_it_would_fill(string literal, string constant)
    {
        Assert.True(VariableSubstitution.TryReplace(Parse(literal), new Variables(1), out var replaced));
        Assert.Equal(constant, SyntaxPrinter.Print(replaced));
    }

    [Fact]
    public void A_literal_without_variables_is_passed_as_it_is()
    {
        var literal = Parse("{ a: [1, { b: true }] }");

        Assert.True(VariableSubstitution.TryReplace(literal, new Variables(1), out var replaced));
        Assert.Same(literal, replaced);
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private static ValueNode Parse(string literal) => Parser.ParseValue(new SourceText(literal));

    private sealed class Variables(object? v) : IVariableValues
    {
        public bool TryGet(string name, out object? value)
        {
            value = name == "v" ? v : null;
            return name == "v";
        }
    }
}
