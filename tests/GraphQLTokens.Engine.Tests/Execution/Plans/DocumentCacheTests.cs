using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Engine.Execution.Plans;
using GraphQLTokens.Engine.Language;

namespace GraphQLTokens.Engine.Tests.Execution.Plans;

public sealed class DocumentCacheTests
{
    private static readonly ExecutableSchema Schema = SchemaBinder.Bind(
        SchemaLoader.Load("type Query { a: Int }"), new SchemaBindings().UseFallback((_, _) => _ => default, _ => null));

    private static readonly PreparedDocument Document = Prepared("{ a }");

    private static readonly long MaxBytes = 160 * Document.Weight;

    [Fact]
    public void Keeps_documents_of_at_most_so_much_weight_and_those_longest_that_are_asked_for()
    {
        var cache = new DocumentCache(MaxBytes);
        var favourite = Text(-1);
        cache.Add(favourite, Document);
        var kept = 0;
        for (var index = 0; index < 1_000; index++)
        {
            cache.Add(Text(index), Document);
            Assert.Same(Document, cache.Find(favourite));
        }

        for (var index = 0; index < 1_000; index++)
            kept += cache.Find(Text(index)) is null ? 0 : 1;
        Assert.InRange(kept, 1, 160);
    }

    [Fact]
    public void Does_not_let_one_heavy_document_push_out_the_rest()
    {
        var cache = new DocumentCache(MaxBytes);
        var heavy = $"{{ {string.Concat(Enumerable.Repeat("a ", 60))} }}";
        cache.Add(heavy, Prepared(heavy));
        cache.Add("{ a }", Prepared("{ a }"));

        Assert.Null(cache.Find(heavy));
        Assert.NotNull(cache.Find("{ a }"));
    }

    [Fact]
    public void Lets_a_document_go_whose_plans_grow_too_heavy()
    {
        var cache = new DocumentCache(MaxBytes);
        var document = Prepared("{ a }");
        cache.Add("{ a }", document);
        document.NotePlanned(1);
        Assert.NotNull(cache.Find("{ a }"));

        document.NotePlanned(100);
        Assert.Null(cache.Find("{ a }"));
        cache.Add("{ a }", document);
        Assert.Null(cache.Find("{ a }"));
    }

    [Fact]
    public void Counts_plans_as_it_counts_documents()
    {
        var cache = new DocumentCache(MaxBytes);
        var documents = Enumerable.Range(0, 50).Select(index => (Text: Text(index), Document: Prepared("{ a }"))).ToList();
        foreach (var (text, document) in documents)
            cache.Add(text, document);
        Assert.All(documents, kept => Assert.NotNull(cache.Find(kept.Text)));

        // Each is several times as heavy now: two generations later the first are gone.
        foreach (var (_, document) in documents)
            document.NotePlanned(8);
        for (var index = 50; index < 150; index++)
            cache.Add(Text(index), Document);
        Assert.Null(cache.Find(documents[0].Text));
    }

    [Fact]
    public void May_be_read_and_filled_from_many_threads()
    {
        var cache = new DocumentCache(MaxBytes);
        Parallel.For(0, 20_000, index =>
        {
            var text = Text(index % 300);
            if (cache.Find(text) is { } found)
                Assert.Same(Document, found);
            else
                cache.Add(text, Document);
        });
    }

    [Fact]
    public async Task A_document_seen_before_is_neither_parsed_nor_planned_again()
    {
        var scalar = new CountingScalar();
        var engine = new TestEngine("scalar Count type Query { a(count: Count): Int }", bindings: new SchemaBindings().AddScalar(scalar)) { ["Query.a"] = _ => 1 };
        await engine.RunAsync("{ a(count: 1) }");
        var literalsRead = scalar.LiteralsRead;
        for (var round = 0; round < 10; round++)
            Assert.Equal("""{"data":{"a":1}}""", await engine.RunAsync("{ a(count: 1) }"));

        Assert.InRange(literalsRead, 1, 10);
        Assert.Equal(literalsRead, scalar.LiteralsRead);
    }

    [Fact]
    public async Task A_document_that_is_refused_is_not_kept()
    {
        var engine = new TestEngine("type Query { a: Int }", new ExecutionOptions { MaxDepth = 1 });
        for (var round = 0; round < 2; round++)
        {
            Assert.StartsWith("{\"errors\"", await engine.RunAsync("{ b }"), StringComparison.Ordinal);
            Assert.Contains("DEPTH_LIMIT_EXCEEDED", await engine.RunAsync("{ ... { a } }"), StringComparison.Ordinal);
        }
    }

    private static PreparedDocument Prepared(string text) => new(Schema, Parser.Parse(text));

    private static string Text(int index) => $"{index,10}";
}
