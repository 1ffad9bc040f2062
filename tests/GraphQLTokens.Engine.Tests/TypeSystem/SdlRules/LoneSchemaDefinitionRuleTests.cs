namespace GraphQLTokens.Engine.Tests.TypeSystem.SdlRules;

public sealed class LoneSchemaDefinitionRuleTests
{
    [Theory]
    [InlineData("type Query { a: Int }\nschema { query: Query }\nschema { mutation: M } type M { a: Int }", "Must provide only one schema definition. [3:1]")]
    public void Refuses_a_second_schema_definition(string sdl, string fault) => Assert.Equal([fault], SchemaFaultsIn.Text(sdl));

    [Theory]
    [InlineData("type Query { a: Int } schema { query: Query } extend schema { mutation: M } type M { a: Int }")]
    public void Accepts_a_definition_with_extensions(string sdl) => Assert.Empty(SchemaFaultsIn.Text(sdl));
}
