namespace GraphQLTokens.Engine.Tests.TypeSystem.SdlRules;

public sealed class UniqueDirectivesPerLocationRuleTests
{
    [Theory]
    [InlineData("type Query @d @d { a: Int } directive @d on OBJECT", "The directive \"@d\" can only be used once at this location. [1:12 1:15]")]
    [InlineData("type Query @d { a: Int }\nextend type Query @d\ndirective @d on OBJECT", "The directive \"@d\" can only be used once at this location. [1:12 2:19]")]
    [InlineData("schema @d { query: Query }\nextend schema @d type Query { a: Int } directive @d on SCHEMA", "The directive \"@d\" can only be used once at this location. [1:8 2:15]")]
    [InlineData("type Query { a: Int @deprecated @deprecated }", "The directive \"@deprecated\" can only be used once at this location. [1:21 1:33]")]
    public void Refuses_a_directive_that_stands_twice(string sdl, string fault) => Assert.Equal([fault], SchemaFaultsIn.Text(sdl));

    [Theory]
    [InlineData("type Query @d { a: Int @d b: Int @d } type B @d { a: Int } directive @d on OBJECT | FIELD_DEFINITION")]
    [InlineData("type Query @d @d { a: Int } extend type Query @d directive @d repeatable on OBJECT")]
    public void Accepts_it_elsewhere_or_when_it_is_repeatable(string sdl) => Assert.Empty(SchemaFaultsIn.Text(sdl));
}
