using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Tests.TypeSystem.SchemaRules;

public sealed class InputObjectRuleTests
{
    private static readonly SchemaBuilderOptions Lenient = new() { LenientDirectives = true };

    [Theory]
    [InlineData("type Query { a: Int }\ninput I", "Input Object type I must define one or more fields. [2:1]")]
    [InlineData("type Query { a: Int }\ninput I @oneOf { a: Int! }", "OneOf input field I.a must be nullable. [2:21]")]
    [InlineData("type Query { a: Int }\ninput I @oneOf { a: Int = 1 }", "OneOf input field I.a cannot have a default value. [2:18]")]
    [InlineData("type Query { a: Int }\ninput I @oneOf { a: Int } extend input I { b: Int! }", "OneOf input field I.b must be nullable. [2:47]")]
    public void Refuses_no_fields_and_OneOf_fields_that_cannot_be_left_out(string sdl, string fault) => Assert.Equal([fault], SchemaFaultsIn.Text(sdl));

    [Theory]
    [InlineData("type Query { a: Int } input I @oneOf { a: Int b: [Int!] } input J { a: Int! = 1 }")]
    public void Accepts_nullable_OneOf_fields(string sdl) => Assert.Empty(SchemaFaultsIn.Text(sdl));

    [Fact]
    public void Lets_no_extension_make_a_type_OneOf()
    {
        const string Sdl = "type Query { a: Int } input I { a: Int! }\nextend input I @oneOf";

        Assert.Equal(["Input Object type I cannot become OneOf by an extension. [2:16]"], SchemaFaultsIn.Text(Sdl));
        Assert.Empty(SchemaFaultsIn.Text(Sdl, Lenient));
        Assert.False(((InputObjectType)SchemaLoader.Load(Sdl, Lenient).Types["I"]).IsOneOf);
    }
}
