using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Tests.TypeSystem.Building;

public sealed class DirectiveApplierTests
{
    private const string Definitions = "\ndirective @d(a: Int, e: [E!]) on SCHEMA | OBJECT | FIELD_DEFINITION | ENUM_VALUE\nenum E { A } enum F { A }";
    private static readonly SchemaBuilderOptions Lenient = new() { LenientDirectives = true };

    [Theory]
    [InlineData("type Query @d(a: \"x\") { a: Int }", "Argument \"a\" has invalid value \"x\". [1:18]")]
    [InlineData("type Query { a: Int @d(e: [A, NOPE]) }", "Argument \"e\" has invalid value [A, NOPE]. [1:27]")]
    [InlineData("schema @d(a: A) { query: Query } type Query { a: Int }", "Argument \"a\" has invalid value A. [1:14]")]
    [InlineData("type Query { a: Int } extend enum F { B @d(a: 1.5) }", "Argument \"a\" has invalid value 1.5. [1:47]")]
    public void Refuses_arguments_that_do_not_fit_unless_told_to_be_lenient(string sdl, string fault)
    {
        Assert.Equal([fault], SchemaFaultsIn.Text(sdl + Definitions));
        Assert.Empty(SchemaFaultsIn.Text(sdl + Definitions, Lenient));
    }

    [Fact]
    public void Leaves_an_argument_that_does_not_fit_absent_when_lenient()
    {
        var directive = Assert.Single(SchemaLoader.Load("type Query @d(a: \"x\", e: A) { a: Int }" + Definitions, Lenient).QueryType.Directives);

        Assert.False(directive.Arguments.TryGet("a", out _));
        Assert.Equal(new object?[] { "A" }, directive.Arguments["e"]);
    }

    [Fact]
    public void Each_directive_says_what_it_is_for_and_no_other_does()
    {
        var schema = SchemaLoader.Load("""
            directive @mark repeatable on INPUT_OBJECT | SCALAR | FIELD_DEFINITION | ENUM_VALUE | ARGUMENT_DEFINITION
            type Query { a(x: Int @mark @deprecated(reason: "x")): Int @mark @deprecated b(x: Int @mark): Int @mark }
            input Plain @mark { a: Int b: Int }
            input Either @mark @oneOf @mark { a: Int b: Int }
            scalar S @mark @specifiedBy(url: "https://example.test/s") @mark
            enum F { A @mark B @mark @deprecated(reason: "b") }
            """);

        Assert.False(((InputObjectType)schema.Types["Plain"]).IsOneOf);
        Assert.True(((InputObjectType)schema.Types["Either"]).IsOneOf);
        Assert.Equal("https://example.test/s", ((ScalarType)schema.Types["S"]).SpecifiedByUrl);
        Assert.Equal(["No longer supported", null], schema.QueryType.Fields.Select(field => field.DeprecationReason));
        Assert.Equal(["x", null], schema.QueryType.Fields.Select(field => field.Arguments["x"].DeprecationReason));
        Assert.Equal([null, "b"], ((EnumType)schema.Types["F"]).Values.Select(value => value.DeprecationReason));
    }

    [Theory]
    [InlineData("type Query { a: Int @deprecated(reason: 1) }", "Argument \"reason\" has invalid value 1. [1:41]")]
    [InlineData("type Query { a: Int @deprecated(reason: null) }", "Argument \"reason\" has invalid value null. [1:41]")]
    [InlineData("type Query { a: Int } scalar S @specifiedBy(url: 1)", "Argument \"url\" has invalid value 1. [1:50]")]
    public void Refuses_arguments_of_built_in_directives_that_do_not_fit_in_any_case(string sdl, string fault)
    {
        Assert.Equal([fault], SchemaFaultsIn.Text(sdl));
        Assert.Equal([fault], SchemaFaultsIn.Text(sdl, Lenient));
    }

    [Theory]
    [InlineData("reason: Int", "", "No longer supported")]
    [InlineData("reason: String = \"gone\"", "", "No longer supported")]
    [InlineData("reason: String", "(reason: \"b\")", "b")]
    [InlineData("since: Int = 3", "(since: 4)", "No longer supported")]
    public void Reads_deprecation_as_the_built_in_definition_has_it(string arguments, string given, string reason) =>
        Assert.Equal(reason, SchemaLoader.Load(Deprecated(arguments, given)).QueryType.Fields["a"].DeprecationReason);

    [Fact]
    public void Refuses_a_reason_that_is_no_text_however_the_directive_is_defined() => Assert.Equal(
        ["Argument \"reason\" has invalid value 3. [1:96]"], SchemaFaultsIn.Text(Deprecated("reason: Int", "(reason: 3)")));

    private static string Deprecated(string arguments, string given) =>
        $"directive @deprecated({arguments}) on FIELD_DEFINITION type Query {{ a: Int @deprecated{given} }}";
}
