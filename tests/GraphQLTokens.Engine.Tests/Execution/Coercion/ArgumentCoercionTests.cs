using System.Text.Json;
using GraphQLTokens.Engine.Execution.Coercion;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Tests.Execution.Coercion;

/// <summary>The whole of section 6.4.1, what validation refuses before included: no resolver runs without an argument that its field requires.</summary>
public sealed class ArgumentCoercionTests
{
    [Theory]
    [InlineData("{ echo }", "Argument \"must\" of required type \"Int!\" was not provided. (1:3)")]
    [InlineData("query ($v: Int) { echo(must: $v) }", "Argument \"must\" of required type \"Int!\" was provided the variable \"$v\" which was not provided a runtime value. (1:30)")]
    [InlineData("{ echo(must: null) }", "Argument \"must\" of non-null type \"Int!\" must not be null. (1:14)")]
    [InlineData("{ echo(must: \"1\") }", "Argument \"must\" has invalid value \"1\". (1:14)")]
    [InlineData("query ($v: Int) { echo(must: 1, ints: [$v]) }", "Argument \"ints\" has invalid value [$v]. (1:39)")]
    [InlineData("{ echo(must: 1, ints: [[1]]) }", "Argument \"ints\" has invalid value [[1]]. (1:23)")]
    [InlineData("{ echo(must: 1, ints: \"1\") }", "Argument \"ints\" has invalid value \"1\". (1:23)")]
    [InlineData("{ echo(must: 1, key: { id: 1, name: 2 }) }", "Argument \"key\" has invalid value {id: 1, name: 2}. (1:22)")]
    [InlineData("{ echo(must: 1, key: { id: 1, other: 2 }) }", "Argument \"key\" has invalid value {id: 1, other: 2}. (1:22)")]
    [InlineData("query ($v: ID) { echo(must: 1, key: { id: $v }) }", "Argument \"key\" has invalid value {id: $v}. (1:37)")]
    [InlineData("query ($v: ID) { echo(must: 1, key: { id: 1, name: $v }) }", "Argument \"key\" has invalid value {id: 1, name: $v}. (1:37)")]
    [InlineData("{ echo(must: 1, color: \"RED\") }", "Argument \"color\" has invalid value \"RED\". (1:24)")]
    [InlineData("{ echo(must: 1, color: BLUE) }", "Argument \"color\" has invalid value BLUE. (1:24)")]
    [InlineData("{ echo(must: 1, key: 1) }", "Argument \"key\" has invalid value 1. (1:22)")]
    public void Refuses_what_does_not_coerce(string document, string error)
    {
        Assert.Equal(error, Coerce(document).Error);
    }

    [Theory]
    [InlineData("{ echo(must: 1, ints: null, key: null, color: null) }", "must=1 ints=null key=null color=null")]
    [InlineData("{ echo(must: 1, ints: 2, key: { id: 1 }, color: RED) }", "must=1 ints=[2] key={id=1} color=RED")]
    [InlineData("query ($v: Int) { echo(must: 1, ints: $v, color: $v) }", "must=1")]
    public void Takes_what_coerces(string document, string values) => Assert.Equal(values, Coerce(document).Values);

    private static (string Values, string? Error) Coerce(string text)
    {
        var schema = SchemaLoader.Load("enum Color { RED } input Key @oneOf { id: ID name: ID } type Query { echo(must: Int!, ints: [Int!], key: Key, color: Color): Int }");
        var operation = (OperationDefinitionNode)Parser.Parse(text).Definitions[0];
        Assert.True(VariableDefinitions.Create(schema, operation).TryCoerce(JsonDocument.Parse("{}").RootElement, out var variables, out _));
        var isGiven = ArgumentCoercion.TryCoerce(schema.QueryType.Fields["echo"].Arguments, (FieldNode)operation.SelectionSet.Selections[0], variables, out var values, out var error);
        return (isGiven ? InputText.Of(values) : "", error?.ToString());
    }
}
