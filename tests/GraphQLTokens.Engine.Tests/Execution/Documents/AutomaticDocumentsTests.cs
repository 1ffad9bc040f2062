using GraphQLTokens.Engine.Execution.Documents;

namespace GraphQLTokens.Engine.Tests.Execution.Documents;

public sealed class AutomaticDocumentsTests
{
    [Fact]
    public void Has_no_more_documents_than_it_may()
    {
        var store = Store(maxDocuments: 10);
        Fill(store, "a", 1_000);
        Assert.Equal(10, CountKept(store, "a", 1_000));
    }

    [Fact]
    public void A_document_that_is_left_again_takes_no_more_room()
    {
        var store = Store(maxDocuments: 2);
        store.Keep("a", "first", "{ a }");
        for (var again = 0; again < 5; again++)
            store.Keep("a", "second", "{ b }");
        Assert.NotNull(store.Find("a", "first"));
        Assert.NotNull(store.Find("a", "second"));
    }

    [Fact]
    public void Has_no_more_text_than_it_may()
    {
        var store = Store(maxCharacters: 1_600);
        Fill(store, "a", 1_000);
        Assert.Equal(1_600 / Text("a", 0).Length, CountKept(store, "a", 1_000));
    }

    [Fact]
    public void Keeps_no_document_that_would_take_a_good_part_of_the_room()
    {
        var store = Store(maxCharacters: 1_600);
        store.Keep("a", "long", new string('x', 101));
        store.Keep("a", "fits", new string('x', 100));
        Assert.Null(store.Find("a", "long"));
        Assert.NotNull(store.Find("a", "fits"));
    }

    [Fact]
    public void Drops_first_what_nobody_has_asked_for()
    {
        var store = Store(maxDocuments: 10);
        Fill(store, "a", 10);
        Fill(store, "more", 1);
        for (var round = 0; round < 200; round++)
        {
            Assert.NotNull(store.Find("a", Hash("a", 5)));
            store.Keep("a", Hash("new", round), Text("new", round));
        }
    }

    [Fact]
    public void A_caller_that_floods_the_store_pushes_out_its_own_documents()
    {
        var store = Store(maxDocuments: 100);
        Fill(store, "small", 20);
        Fill(store, "other", 20);
        Fill(store, "flood", 10_000);
        Assert.Equal(20, CountKept(store, "small", 20));
        Assert.Equal(20, CountKept(store, "other", 20));
        Assert.Equal(60, CountKept(store, "flood", 10_000));
    }

    [Fact]
    public void A_caller_with_long_documents_pushes_out_its_own_too()
    {
        var store = Store(maxCharacters: 3_200);
        Fill(store, "small", 10);
        for (var index = 0; index < 1_000; index++)
            store.Keep("flood", Hash("flood", index), Text("flood", index).PadRight(200));
        Assert.Equal(10, CountKept(store, "small", 10));
    }

    [Fact]
    public void Callers_in_any_number_share_alike()
    {
        var store = Store(maxDocuments: 100);
        for (var caller = 0; caller < 10; caller++)
            Fill(store, $"caller {caller}", 50 * (caller + 1));
        for (var caller = 0; caller < 10; caller++)
            Assert.Equal(10, CountKept(store, $"caller {caller}", 50 * (caller + 1)));
    }

    [Fact]
    public void What_one_left_serves_everybody_with_a_share()
    {
        var store = Store();
        store.Keep("a", "hash", "{ a }");
        store.Keep("b", "hash", "{ a }");
        Assert.Equal("{ a }", store.Find("b", "hash"));
    }

    [Fact]
    public void Whoever_has_no_share_leaves_nothing_and_finds_nothing()
    {
        var store = Store();
        store.Keep(null, "nobody's", "{ a }");
        store.Keep("a", "a's", "{ a }");
        Assert.Null(store.Find("a", "nobody's"));
        Assert.Null(store.Find(null, "a's"));
    }

    [Fact]
    public void May_be_read_and_filled_from_many_threads()
    {
        var store = Store(maxDocuments: 50);
        Parallel.For(0, 50_000, index =>
        {
            var caller = $"{index % 7}";
            if (store.Find(caller, Hash("x", index % 300)) is { } found)
                Assert.Equal(Text("x", index % 300), found);
            else
                store.Keep(caller, Hash("x", index % 300), Text("x", index % 300));
        });
        Assert.InRange(CountKept(store, "x", 300), 1, 50);
    }

    [Fact]
    public void Bounds_are_at_least_one()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new AutomaticDocumentOptions { MaxDocuments = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new AutomaticDocumentOptions { MaxCharacters = 0 });
    }

    private static AutomaticDocuments Store(int maxDocuments = int.MaxValue, int maxCharacters = int.MaxValue) =>
        new(new AutomaticDocumentOptions { MaxDocuments = maxDocuments, MaxCharacters = maxCharacters, KeyOf = caller => caller });

    private static void Fill(AutomaticDocuments store, string caller, int count)
    {
        for (var index = 0; index < count; index++)
            store.Keep(caller, Hash(caller, index), Text(caller, index));
    }

    private static int CountKept(AutomaticDocuments store, string caller, int count) => Enumerable.Range(0, count).Count(index => store.Find("anybody", Hash(caller, index)) is not null);

    private static string Hash(string caller, int index) => $"{caller} {index}";

    private static string Text(string caller, int index) => $"{caller,12}{index,20}";
}
