using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Coercion;
using GraphQLTokens.Engine.TypeSystem.Introspection;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Tests.TypeSystem.Introspection;

public sealed class IntrospectionResolversTests
{
    private static readonly Schema Schema = SchemaLoader.Load("""
        "the root"
        type Query implements Node { id: ID! a(x: [Int!] = 1, old: Int @deprecated): Int @deprecated(reason: "gone") }
        interface Node { id: ID! }
        union Thing = Query
        enum Mode { A B @deprecated }
        input One @oneOf { a: Int b: Int @deprecated }
        scalar Time @specifiedBy(url: "https://example.org/time")
        directive @d(a: Int = 3, old: Int @deprecated) repeatable on FIELD | QUERY
        """);

    [Fact]
    public void Resolves_every_field_of_every_introspection_type()
    {
        var types = Schema.Types.OfType<ObjectType>().Where(type => type.IsBuiltIn).ToList();

        Assert.Equal(["__Schema", "__Type", "__Field", "__InputValue", "__EnumValue", "__Directive"], types.Select(type => type.Name));
        Assert.All(types.SelectMany(type => type.Fields), field => Assert.NotNull(IntrospectionResolvers.For(field.DeclaringType!.Name, field.Name)));
    }

    [Fact]
    public void Finds_a_type_by_name_or_answers_null()
    {
        Assert.Same(Schema, IntrospectionResolvers.ForSchema(Schema, null, InputValues.Empty));
        Assert.Same(Schema.QueryType, IntrospectionResolvers.ForType(Schema, null, Named("Query")));
        Assert.Null(IntrospectionResolvers.ForType(Schema, null, Named("Nope")));
    }

    [Theory]
    [InlineData("Query", "OBJECT")]
    [InlineData("Node", "INTERFACE")]
    [InlineData("Thing", "UNION")]
    [InlineData("Mode", "ENUM")]
    [InlineData("One", "INPUT_OBJECT")]
    [InlineData("Time", "SCALAR")]
    public void Says_what_kind_a_type_is(string name, string kind) => Assert.Equal(kind, OfType("kind", Schema.Types[name]));

    [Fact]
    public void Unwraps_lists_and_non_null_types()
    {
        var type = new NonNullType(new ListType(Schema.Types["Mode"]));

        Assert.Equal("NON_NULL", OfType("kind", type));
        Assert.Null(OfType("name", type));
        Assert.Equal("LIST", OfType("kind", OfType("ofType", type)));
        Assert.Same(Schema.Types["Mode"], OfType("ofType", OfType("ofType", type)));
    }

    [Theory]
    [InlineData("__Type", "fields", "Query", "id", "id a")]
    [InlineData("__Type", "enumValues", "Mode", "A", "A B")]
    [InlineData("__Type", "inputFields", "One", "a", "a b")]
    public void Hides_what_is_deprecated_unless_asked(string type, string field, string source, string shown, string all)
    {
        Assert.Equal(shown, Names(Resolve(type, field, Schema.Types[source])));
        Assert.Equal(all, Names(Resolve(type, field, Schema.Types[source], includeDeprecated: true)));
    }

    [Fact]
    public void Hides_deprecated_arguments_unless_asked()
    {
        Assert.Equal("x", Names(Resolve("__Field", "args", Schema.QueryType.Fields["a"])));
        Assert.Equal("x old", Names(Resolve("__Field", "args", Schema.QueryType.Fields["a"], includeDeprecated: true)));
        Assert.Equal("a", Names(Resolve("__Directive", "args", Schema.DirectiveDefinitions["d"])));
        Assert.Equal("a old", Names(Resolve("__Directive", "args", Schema.DirectiveDefinitions["d"], includeDeprecated: true)));
    }

    [Theory]
    [InlineData("fields", "Thing")]
    [InlineData("interfaces", "Thing")]
    [InlineData("possibleTypes", "Query")]
    [InlineData("enumValues", "Query")]
    [InlineData("inputFields", "Query")]
    [InlineData("ofType", "Query")]
    [InlineData("isOneOf", "Query")]
    [InlineData("specifiedByURL", "Query")]
    public void Answers_null_for_what_a_kind_of_type_has_not(string field, string type) => Assert.Null(OfType(field, Schema.Types[type]));

    [Fact]
    public void Answers_what_a_kind_of_type_has()
    {
        Assert.Equal("Node", Names(OfType("interfaces", Schema.QueryType)));
        Assert.Equal("Query", Names(OfType("possibleTypes", Schema.Types["Thing"])));
        Assert.Equal("Query", Names(OfType("possibleTypes", Schema.Types["Node"])));
        Assert.Equal(true, OfType("isOneOf", Schema.Types["One"]));
        Assert.Equal("https://example.org/time", OfType("specifiedByURL", Schema.Types["Time"]));
        Assert.Equal("the root", OfType("description", Schema.QueryType));
        Assert.Equal("[1]", Resolve("__InputValue", "defaultValue", Schema.QueryType.Fields["a"].Arguments["x"]));
        Assert.Equal(new[] { "FIELD", "QUERY" }, Resolve("__Directive", "locations", Schema.DirectiveDefinitions["d"]));
        Assert.Equal(true, Resolve("__Directive", "isRepeatable", Schema.DirectiveDefinitions["d"]));
    }

    [Fact]
    public void Lets_the_meta_fields_lead_to_the_introspection_types()
    {
        Assert.Equal("__Schema!", Schema.Meta.Schema.Type.ToString());
        Assert.Equal("__Type", Schema.Meta.Type.Type.ToString());
        Assert.Same(Schema.Types["__Type"], Schema.Meta.Type.Type);
        Assert.Same(Schema.Meta.Type, Schema.FieldOf(Schema.QueryType, "__type"));
        Assert.Equal("String!", Schema.Meta.Type.Arguments["name"].Type.ToString());
        Assert.False(Schema.Types.Contains("__MetaFields"));
    }

    private static object? OfType(string field, object? type) => Resolve("__Type", field, type);

    private static object? Resolve(string type, string field, object? source, bool includeDeprecated = false)
    {
        var definitions = ((ObjectType)Schema.Types[type]).Fields[field].Arguments;
        return IntrospectionResolvers.For(type, field)(Schema, source, new InputValues(definitions, [.. definitions.Select(_ => (object?)includeDeprecated)]));
    }

    private static InputValues Named(string name) => new(Schema.Meta.Type.Arguments, [name]);

    private static string Names(object? list) => string.Join(' ', ((IEnumerable<INamed>)list!).Select(item => item.Name));
}
