namespace GraphQLTokens.Engine.Tests.TypeSystem.SchemaRules;

public sealed class DefaultValueCycleRuleTests
{
    [Theory]
    [InlineData("type Query { a: Int }\ninput I { a: I = {} }", "Invalid circular reference. The default value of Input Object field I.a references itself. [2:18]")]
    [InlineData("type Query { a: Int }\ninput I { a: J = {} }\ninput J { b: I = {} }", "Invalid circular reference. The default value of Input Object field I.a references itself via the default values of: J.b. [2:18 3:18]")]
    [InlineData("type Query { a: Int }\ninput I { a: [I] = [{a: [{}]}] }", "Invalid circular reference. The default value of Input Object field I.a references itself. [2:20]")]
    public void Refuses_defaults_that_need_themselves(string sdl, string fault) => Assert.Equal([fault], SchemaFaultsIn.Text(sdl));

    [Theory]
    [InlineData("type Query { a: Int } input I { a: I = {a: null} b: I = {a: {a: null, b: null}, b: null} } input J { x: [I] = [{}] }")]
    public void Accepts_defaults_that_end(string sdl) => Assert.Empty(SchemaFaultsIn.Text(sdl));
}
