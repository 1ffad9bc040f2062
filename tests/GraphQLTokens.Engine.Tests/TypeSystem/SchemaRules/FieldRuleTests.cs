namespace GraphQLTokens.Engine.Tests.TypeSystem.SchemaRules;

public sealed class FieldRuleTests
{
    [Theory]
    [InlineData("type Query", "Type Query must define one or more fields. [1:1]")]
    [InlineData("type Query { a: Int }\ninterface I\nextend interface I @d directive @d on INTERFACE", "Type I must define one or more fields. [2:1 3:1]")]
    [InlineData("type Query { a: [In!] } input In { x: Int }", "The type of Query.a must be Output Type but got: [In!]. [1:17]")]
    public void Refuses_types_without_fields_and_fields_of_input_types(string sdl, string fault) => Assert.Equal([fault], SchemaFaultsIn.Text(sdl));
}
