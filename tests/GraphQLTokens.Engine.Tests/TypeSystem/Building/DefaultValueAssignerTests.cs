using GraphQLTokens.Engine.Tests.Execution.Coercion;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Coercion;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Tests.TypeSystem.Building;

/// <summary>A default that leaves fields out takes theirs, wherever in the schema these stand.</summary>
public sealed class DefaultValueAssignerTests
{
    private readonly Schema schema = SchemaLoader.Load("""
        directive @near(p: Point = {}) on FIELD
        type Query {
          held(h: Holder = { of: 1, held: {} }): Int
          listed(ls: [Listed] = [null, {}]): Int
          one(p: Point = {}): Int
          none(p: Point): Int
          null(p: Point = null): Int
          list(ps: [Point!] = [{}, { x: 7 }]): Int
          single(ps: [Point] = { y: 7 }): Int
          nested(l: Line = { from: {}, tags: [{ y: 3 }, null] }): Int
        }
        input Line { from: Point = { x: 9 } to: Point = { y: 8 } tags: [Point] = [{}] }
        input Holder { of: Int held: Held }
        input Held { x: Int = 4 }
        input Listed { x: Int = 5 }
        input Point { x: Int = 1 y: Int = 2 z: Int }
        """);

    [Theory]
    [InlineData("held", "h={of=1 held={x=4}}")]
    [InlineData("listed", "ls=[null,{x=5}]")]
    [InlineData("one", "p={x=1 y=2}")]
    [InlineData("none", "")]
    [InlineData("null", "p=null")]
    [InlineData("list", "ps=[{x=1 y=2},{x=7 y=2}]")]
    [InlineData("single", "ps=[{x=1 y=7}]")]
    [InlineData("nested", "l={from={x=1 y=2} to={x=1 y=8} tags=[{x=1 y=3},null]}")]
    public void Completes_the_defaults_of_arguments(string field, string values) => Assert.Equal(values, Defaults(schema.QueryType.Fields[field].Arguments));

    [Fact]
    public void Completes_those_of_directives_and_input_fields()
    {
        Assert.Equal("p={x=1 y=2}", Defaults(schema.DirectiveDefinitions["near"].Arguments));
        Assert.Equal("from={x=9 y=2} to={x=1 y=8} tags=[{x=1 y=2}]", Defaults(((InputObjectType)schema.Types["Line"]).Fields));
        Assert.Equal("x=1 y=2", Defaults(((InputObjectType)schema.Types["Point"]).Fields));
    }

    private static string Defaults(NamedList<InputValueDefinition> definitions) =>
        InputText.Of(new InputValues(definitions, [.. definitions.Select(definition => definition.HasDefault ? definition.DefaultValue : InputValues.Absent)]));
}
