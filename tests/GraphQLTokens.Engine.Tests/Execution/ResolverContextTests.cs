namespace GraphQLTokens.Engine.Tests.Execution;

public sealed class ResolverContextTests
{
    private const string Sdl = """
        type Query { box: Box either: Either name: String }
        type Box { id: ID item: Item items: [Item!] any: Either }
        type Item { id: ID name: String box: Box }
        union Either = Box | Item
        """;

    [Theory]
    [InlineData("{ box { item { id name } } }", "id name")]
    [InlineData("{ box { item { a: name __typename } } }", "name __typename")]
    [InlineData("{ box { one: item { id } item { name } } }", "id name")]
    [InlineData("{ box { ...F ... on Box { item { name } } } } fragment F on Box { item { id } }", "id name")]
    [InlineData("{ box { item { id name @skip(if: true) } } }", "id")]
    [InlineData("{ box { item { box { id } } } }", "box")]
    [InlineData("{ box { id items { id } } }", "")]
    public async Task Names_what_the_document_asks_for_at_a_path(string document, string expected)
    {
        var engine = new TestEngine(Sdl);
        string? found = null;
        engine["Query.box"] = context =>
        {
            found = string.Join(' ', context.FieldsAt("item"));
            return null;
        };

        await engine.RunAsync(document);

        Assert.Equal(expected, found);
    }

    [Theory]
    [InlineData("{ box { any { __typename } } }", "box", "any")]
    [InlineData("{ either { __typename } }", "either")]
    [InlineData("{ name }", "name")]
    public async Task Will_not_guess_where_a_field_has_no_one_type_with_fields(string document, string field, params string[] path)
    {
        var engine = new TestEngine(Sdl);
        Exception? fault = null;
        engine[$"Query.{field}"] = context =>
        {
            fault = Record.Exception(() => context.FieldsAt(path).ToList());
            return null;
        };

        await engine.RunAsync(document);

        Assert.IsType<InvalidOperationException>(fault);
    }
}
