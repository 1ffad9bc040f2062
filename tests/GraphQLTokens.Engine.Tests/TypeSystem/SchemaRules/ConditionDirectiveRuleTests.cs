namespace GraphQLTokens.Engine.Tests.TypeSystem.SchemaRules;

public sealed class ConditionDirectiveRuleTests
{
    private const string Rest = "\ntype Query { a: Int }";

    [Theory]
    [InlineData("directive @skip on FIELD", "skip")]
    [InlineData("directive @include(if: Boolean) on FIELD", "include")]
    [InlineData("directive @include(if: Boolean!, unless: Boolean!) on FIELD", "include")]
    public void Refuses_built_in_directives_that_execution_could_not_read(string sdl, string name) => Assert.Equal(
        [$"Directive @{name} must be defined with the argument \"if: Boolean!\" and no other that is required. [1:1]"], SchemaFaultsIn.Text(sdl + Rest));

    [Fact]
    public void Accepts_any_definition_when_lenient() =>
        Assert.Empty(SchemaFaultsIn.Text("directive @skip on FIELD" + Rest, new() { LenientDirectives = true }));

    [Fact]
    public void Accepts_built_in_directives_with_further_optional_arguments() =>
        Assert.Empty(SchemaFaultsIn.Text("directive @skip(if: Boolean!, note: String) on FIELD" + Rest));
}
