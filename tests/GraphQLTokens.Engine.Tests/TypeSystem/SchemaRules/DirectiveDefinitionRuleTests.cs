namespace GraphQLTokens.Engine.Tests.TypeSystem.SchemaRules;

public sealed class DirectiveDefinitionRuleTests
{
    private const string Rest = "\ntype Query { a: Int }";

    [Theory]
    [InlineData("directive @d(a: Int @d) on ARGUMENT_DEFINITION")]
    [InlineData("directive @d(a: E) on ENUM enum E @d { A }")]
    [InlineData("directive @d(a: E) on ENUM_VALUE enum E { A @d }")]
    [InlineData("directive @d(a: [I!]) on INPUT_FIELD_DEFINITION input I { a: Int @d }")]
    [InlineData("directive @d(a: I) on SCALAR input I { i: I s: S } scalar S @d")]
    public void Refuses_a_directive_that_uses_itself(string sdl) =>
        Assert.Equal(["Directive @d cannot reference itself. [1:1]"], SchemaFaultsIn.Text(sdl + Rest));

    [Fact]
    public void Refuses_directives_that_use_each_other() => Assert.Equal(
        ["Directive @a cannot reference itself. [1:1]", "Directive @b cannot reference itself. [2:1]"],
        SchemaFaultsIn.Text("directive @a(x: Int @b) on ARGUMENT_DEFINITION\ndirective @b(x: Int @a) on ARGUMENT_DEFINITION\ndirective @c(x: Int @a) on FIELD" + Rest));

    [Fact]
    public void Accepts_a_directive_that_uses_itself_where_told_to_be_lenient() =>
        Assert.Empty(SchemaFaultsIn.Text("directive @d(a: Int @d) on ARGUMENT_DEFINITION" + Rest, new() { LenientDirectives = true }));

    [Fact]
    public void Accepts_a_directive_that_uses_another() =>
        Assert.Empty(SchemaFaultsIn.Text("directive @a(x: Int @deprecated @b) on FIELD directive @b(x: E) on ARGUMENT_DEFINITION enum E { A @deprecated }" + Rest));
}
