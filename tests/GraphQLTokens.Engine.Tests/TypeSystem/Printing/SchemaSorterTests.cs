using GraphQLTokens.Engine.TypeSystem.Coercion;
using GraphQLTokens.Engine.TypeSystem.Printing;
using GraphQLTokens.Engine.TypeSystem.Scalars;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Tests.TypeSystem.Printing;

public sealed class SchemaSorterTests
{
    [Fact]
    public void Keeps_roots_scalars_and_directives_and_coerces_defaults_anew()
    {
        var date = new OpaqueScalar("Date");
        var schema = SchemaSorter.Sort(SchemaLoader.Load("""
            directive @skip(if: Boolean!, note: In = {b: 2, a: 1}) on FIELD
            schema @z @a { query: Root }
            directive @z on SCHEMA
            directive @a on SCHEMA
            type Root { z(x: In = {b: 2}): Date a: Int }
            input In { b: Int a: Int = 5 }
            scalar Date
            """, new() { Scalars = [date] }));

        Assert.Equal("Root", schema.QueryType.Name);
        Assert.Equal(["a", "z"], schema.QueryType.Fields.Select(field => field.Name));
        Assert.Same(date, ((ScalarType)schema.Types["Date"]).Coercion);
        Assert.Equal(["z", "a"], schema.Directives.Select(directive => directive.Name));
        Assert.Equal(["a", "skip", "z"], schema.DirectiveDefinitions.Take(3).Select(directive => directive.Name));
        var value = Assert.IsType<InputValues>(schema.QueryType.Fields["z"].Arguments["x"].DefaultValue);
        Assert.Equal([5, 2], [value[0], value[1]]);
    }

    [Fact]
    public void Makes_no_type_OneOf_that_only_an_extension_says_it_of()
    {
        var schema = SchemaLoader.Load("type Query { a(x: In): Int } input In { a: Int! } extend input In @oneOf", new() { LenientDirectives = true });
        Assert.False(((InputObjectType)SchemaSorter.Sort(schema).Types["In"]).IsOneOf);
    }
}
