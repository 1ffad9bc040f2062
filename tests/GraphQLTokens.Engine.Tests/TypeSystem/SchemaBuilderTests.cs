using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Coercion;
using GraphQLTokens.Engine.TypeSystem.Scalars;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Tests.TypeSystem;

public sealed class SchemaBuilderTests
{
    [Fact]
    public void Merges_extensions_of_every_kind_wherever_they_stand()
    {
        var schema = SchemaLoader.Load("""
            extend schema { mutation: Change }
            extend type Root implements Node { id: ID! }
            extend interface Node { id: ID! }
            extend union Thing = Change
            extend enum Mode { B }
            extend input In { y: Int = 2 }
            extend scalar Time @specifiedBy(url: "https://example.org/time")
            schema { query: Root }
            type Root { a: Int }
            type Change { b: Thing }
            interface Node
            union Thing = Root
            enum Mode { A }
            input In { x: Int }
            scalar Time
            """);

        Assert.Equal("Root", schema.QueryType.Name);
        Assert.Equal("Change", schema.MutationType!.Name);
        Assert.Null(schema.SubscriptionType);
        Assert.Equal(["a", "id"], schema.QueryType.Fields.Select(field => field.Name));
        Assert.Equal(["Node"], schema.QueryType.Interfaces.Select(type => type.Name));
        Assert.Equal(["Root", "Change"], schema.PossibleTypes(schema.Types["Thing"]).Select(type => type.Name));
        Assert.Equal(["A", "B"], ((EnumType)schema.Types["Mode"]).Values.Select(value => value.Name));
        Assert.Equal(2, ((InputObjectType)schema.Types["In"]).Fields["y"].DefaultValue);
        Assert.Equal("https://example.org/time", ((ScalarType)schema.Types["Time"]).SpecifiedByUrl);
    }

    [Fact]
    public void Lists_own_types_in_their_order_and_built_in_ones_behind_the_first_that_refers_to_them()
    {
        var schema = SchemaLoader.Load("type Query { z(x: In): Z n: Float } type Z { a: ID } enum A { B } input In { k: __TypeKind } directive @d(s: String) on FIELD");

        Assert.Equal(
            ["Query", "Float", "Z", "ID", "A", "In", "__TypeKind", "String", "Boolean", "__Schema", "__Type", "__Field", "__InputValue", "__EnumValue", "__Directive", "__DirectiveLocation"],
            schema.Types.Select(type => type.Name));
        Assert.False(schema.Types.Contains("Int"));
    }

    [Fact]
    public void Lists_own_directives_before_the_built_in_ones() => Assert.Equal(
        ["d", "skip", "include", "deprecated", "specifiedBy", "oneOf"],
        SchemaLoader.Load("directive @d on FIELD directive @skip(if: Boolean!) on FIELD type Query { a: Int }").DirectiveDefinitions.Select(directive => directive.Name));

    [Fact]
    public void Takes_roots_by_name_only_without_a_schema_definition()
    {
        Assert.NotNull(SchemaLoader.Load("type Query { a: Int } type Mutation { b: Int }").MutationType);
        Assert.Null(SchemaLoader.Load("schema { query: Query } type Query { a: Int } type Mutation { b: Int }").MutationType);
    }

    [Fact]
    public void Fills_in_what_directives_say()
    {
        var schema = SchemaLoader.Load("""
            directive @cost(weight: Int! = 5, name: String) repeatable on FIELD_DEFINITION | OBJECT | SCHEMA
            schema @cost(weight: 1) { query: Query }
            type Query @cost { a(old: Int @deprecated): Int @deprecated(reason: "gone") @cost(name: "x") @cost(weight: 7) }
            extend type Query @cost(weight: 9)
            enum E { A @deprecated }
            input One @oneOf { a: Int b: Int @deprecated(reason: "") }
            """);

        var field = schema.QueryType.Fields["a"];
        Assert.Equal("gone", field.DeprecationReason);
        Assert.Equal("No longer supported", field.Arguments["old"].DeprecationReason);
        Assert.Equal("No longer supported", ((EnumType)schema.Types["E"]).Values["A"].DeprecationReason);
        Assert.Equal("", ((InputObjectType)schema.Types["One"]).Fields["b"].DeprecationReason);
        Assert.True(((InputObjectType)schema.Types["One"]).IsOneOf);
        Assert.Same(schema.QueryType, field.DeclaringType);

        Assert.Equal(["deprecated", "cost", "cost"], field.Directives.Select(directive => directive.Name));
        Assert.Equal("x", field.Directives[1].Arguments["name"]);
        Assert.Equal(5, field.Directives[1].Arguments["weight"]);
        Assert.False(field.Directives[2].Arguments.TryGet("name", out _));
        Assert.Equal([5, 9], schema.QueryType.Directives.Select(directive => directive.Arguments["weight"]));
        Assert.Equal(1, Assert.Single(schema.Directives).Arguments["weight"]);
    }

    [Fact]
    public void Coerces_defaults_with_the_defaults_that_they_take_on()
    {
        var schema = SchemaLoader.Load("""
            type Query { a(outer: Outer = {}, list: [Int!] = 3): Int }
            input Outer { inner: Inner = { z: 1.5 } }
            input Inner { y: Mode = B, z: Float }
            enum Mode { A B }
            """);

        var arguments = schema.QueryType.Fields["a"].Arguments;
        var inner = Assert.IsType<InputValues>(Assert.IsType<InputValues>(arguments["outer"].DefaultValue)["inner"]);
        Assert.Equal("B", inner["y"]);
        Assert.Equal(1.5, inner["z"]);
        Assert.Equal(new object?[] { 3 }, arguments["list"].DefaultValue);
    }

    [Fact]
    public void Gives_custom_scalars_their_implementation_or_refuses_when_told_to()
    {
        const string Sdl = "type Query { a: Date }\nscalar Date";
        var date = new OpaqueScalar("Date");

        Assert.Same(date, ((ScalarType)SchemaLoader.Load(Sdl, new() { Scalars = [date], RequireScalars = true }).Types["Date"]).Coercion);
        Assert.IsType<OpaqueScalar>(((ScalarType)SchemaLoader.Load(Sdl).Types["Date"]).Coercion);
        var error = Assert.Single(Assert.Throws<SchemaException>(() => SchemaLoader.Load(Sdl, new() { RequireScalars = true })).Errors);
        Assert.Equal("Scalar \"Date\" has no implementation.", error.Message);
        Assert.Equal([new SourceLocation(2, 1)], error.Locations);
    }

    [Fact]
    public void Passes_over_operations_and_definitions_of_built_in_types()
    {
        var schema = SchemaLoader.Load("type String { a: Int } type Query { a: String } { a } fragment F on Query { a }");

        Assert.Same(BuiltInScalars.String, schema.Types["String"]);
        Assert.Same(BuiltInScalars.String, schema.QueryType.Fields["a"].Type);
    }

    [Fact]
    public void Lets_a_schema_define_a_built_in_directive_again()
    {
        var schema = SchemaLoader.Load("""
            directive @deprecated(reason: String = "No longer supported", since: Int) on FIELD_DEFINITION
            type Query { a: Int @deprecated(since: 3) }
            """);

        Assert.Equal("No longer supported", schema.QueryType.Fields["a"].DeprecationReason);
        Assert.Equal(2, schema.DirectiveDefinitions["deprecated"].Arguments.Count);
        Assert.Equal(["deprecated", "include", "skip", "specifiedBy", "oneOf"], schema.DirectiveDefinitions.Select(directive => directive.Name));
    }

    [Fact]
    public void Reads_several_sources_as_one_schema()
    {
        var schema = SchemaLoader.Load([new SourceText("extend type Query { b: B }"), new SourceText("type Query { a: Int } type B { c: Int }")]);

        Assert.Equal(["a", "b"], schema.QueryType.Fields.Select(field => field.Name));
    }
}
