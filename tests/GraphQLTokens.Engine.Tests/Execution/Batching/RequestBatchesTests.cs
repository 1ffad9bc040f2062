using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Batching;
using static GraphQLTokens.Engine.Tests.Execution.TestEngine;

namespace GraphQLTokens.Engine.Tests.Execution.Batching;

public sealed class RequestBatchesTests
{
    private const string Sdl = "type Item { id: Int! left: Item right: Item both: String plain: Item } type Query { items: [Item!]! a: Item b: Item }";

    public static TheoryData<string, Func<ResolverContext, NumberLoader, int, Task<Dictionary<string, object?>?>>> Ways { get; } = new()
    {
        { "the load itself", (context, loader, key) => context.LoadAsync(loader, key).AsTask() },
        { "an async method", async (context, loader, key) => await context.LoadAsync(loader, key) },
        { "two loads in a row", async (context, loader, key) => { await context.LoadAsync(loader, key); return await context.LoadAsync(loader, key); } },
        { "all at once", async (context, loader, key) => (await Task.WhenAll(context.LoadAsync(loader, key).AsTask(), context.LoadAsync(loader, key).AsTask()))[1] },
    };

    // Fifty items refer left and right, and what they refer to does so again: two loaders, two levels, four calls.
    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_level_costs_one_call_a_loader(string way, Func<ResolverContext, NumberLoader, int, Task<Dictionary<string, object?>?>> load)
    {
        var (left, right) = (new NumberLoader(), new NumberLoader { AnswersLater = true });
        var engine = new TestEngine(Sdl)
        {
            ["Query.items"] = _ => Enumerable.Range(0, 50).Select(NumberLoader.Item).ToList(),
            ["Item.left"] = context => Await(load(context, left, NumberLoader.IdOf(context.Parent) + 100)),
            ["Item.right"] = context => Await(load(context, right, NumberLoader.IdOf(context.Parent) + 1_000)),
        };
        var response = await engine.RunAsync("{ items { left { id left { id } right { id } } right { id left { id } right { id } } } }");

        Assert.DoesNotContain("errors", response, StringComparison.Ordinal);
        Assert.Contains("""{"left":{"id":149,"left":{"id":249},"right":{"id":1149}},"right":{"id":1049,"left":{"id":1149},"right":{"id":2049}}}""", response, StringComparison.Ordinal);
        Assert.True(left.Calls.Count == 2 && right.Calls.Count == 2, $"{way}: {left.Calls.Count} and {right.Calls.Count} calls");
        Assert.Equal([50, 100], left.Calls.Select(keys => keys.Count));
    }

    [Fact]
    public async Task A_key_is_asked_for_once_and_a_key_without_a_value_is_null()
    {
        var loader = new NumberLoader { Knows = key => key != 7 };
        var engine = new TestEngine(Sdl)
        {
            ["Query.items"] = _ => Enumerable.Range(0, 10).Select(NumberLoader.Item).ToList(),
            ["Item.left"] = context => Await(context.LoadAsync(loader, NumberLoader.IdOf(context.Parent) % 2 == 0 ? 7 : 8).AsTask()),
        };
        var response = await engine.RunAsync("{ items { left { id } again: left { id } } }");

        Assert.Equal([[7, 8]], loader.Calls);
        Assert.StartsWith("""{"data":{"items":[{"left":null,"again":null},{"left":{"id":8},"again":{"id":8}},""", response, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, new[] { 4, 4, 2 })]
    [InlineData(10, new[] { 10 })]
    [InlineData(0, new[] { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 })]
    public async Task No_call_has_more_keys_than_the_loader_takes(int most, int[] sizes)
    {
        var loader = new NumberLoader { Most = most, AnswersLater = true };
        var engine = new TestEngine(Sdl)
        {
            ["Query.items"] = _ => Enumerable.Range(0, 10).Select(NumberLoader.Item).ToList(),
            ["Item.left"] = context => Await(context.LoadAsync(loader, NumberLoader.IdOf(context.Parent)).AsTask()),
        };
        await engine.RunAsync("{ items { left { id } } }");

        Assert.Equal(sizes, loader.Calls.Select(keys => keys.Count));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_loader_throws_is_the_error_of_each_field_that_waits(bool later)
    {
        var loader = new NumberLoader { AnswersLater = later, Failure = new GraphQLException("no store") };
        var engine = new TestEngine(Sdl)
        {
            ["Query.a"] = context => Await(context.LoadAsync(loader, 1).AsTask()),
            ["Query.b"] = context => Await(context.LoadAsync(loader, 2).AsTask()),
            ["Query.items"] = _ => Array.Empty<object>(),
        };
        var response = await engine.RunAsync("{ a { id } b { id } again: b { id } items { id } }");

        Assert.EndsWith("""{"a":null,"b":null,"again":null,"items":[]}}""", response, StringComparison.Ordinal);
        Assert.Equal(["a", "again", "b"], ErrorPaths.Of(response));
        Assert.Single(loader.Calls);
    }

    [Fact]
    public async Task A_loader_that_answers_nothing_at_all_is_a_masked_error_of_the_field()
    {
        var loader = new NumberLoader { Failure = new InvalidOperationException("secret") };
        var engine = new TestEngine(Sdl) { ["Query.a"] = context => Await(context.LoadAsync(loader, 1).AsTask()) };
        var response = await engine.RunAsync("{ a { id } b { id } }");

        Assert.DoesNotContain("secret", response, StringComparison.Ordinal);
        Assert.EndsWith("""{"a":null,"b":null}}""", response, StringComparison.Ordinal);
    }

    // The loop already waits when the key is asked for, on another thread: somebody has to wake it.
    [Fact]
    public async Task A_resolver_may_await_something_else_before_it_asks()
    {
        var loader = new NumberLoader { AnswersLater = true };
        var engine = new TestEngine(Sdl, new ExecutionOptions { Timeout = Timeout.InfiniteTimeSpan })
        {
            ["Query.items"] = _ => Enumerable.Range(0, 50).Select(NumberLoader.Item).ToList(),
            ["Item.left"] = Async(async context =>
            {
                await Task.Yield();
                return await context.LoadAsync(loader, NumberLoader.IdOf(context.Parent));
            }),
        };
        for (var round = 0; round < 200; round++)
            Assert.DoesNotContain("null", await engine.RunAsync("{ items { left { id } } }"), StringComparison.Ordinal);
        Assert.Equal(200 * 50, loader.Calls.Sum(keys => keys.Count));
    }

    private static async Task<object?> Await(Task<Dictionary<string, object?>?> loaded) => await loaded;

    public sealed class NumberLoader : BatchLoader<int, Dictionary<string, object?>>
    {
        private readonly Lock gate = new();

        public List<IReadOnlyList<int>> Calls { get; } = [];

        public bool AnswersLater { get; init; }

        public Exception? Failure { get; init; }

        public int Most { get; init; } = 500;

        public Func<int, bool> Knows { get; init; } = _ => true;

        public override int MaxBatchSize => Most;

        public static Dictionary<string, object?> Item(int id) => Map("id", id);

        public static int IdOf(object? item) => (int)((Dictionary<string, object?>)item!)["id"]!;

        public override async Task<IReadOnlyDictionary<int, Dictionary<string, object?>>> LoadAsync(IReadOnlyList<int> keys, object? caller, CancellationToken cancellationToken)
        {
            Assert.Equal("caller", caller);
            Assert.NotEmpty(keys);
            lock (gate)
                Calls.Add(keys);
            if (AnswersLater)
                await Task.Yield();
            return Failure is null ? keys.Where(Knows).ToDictionary(key => key, Item) : throw Failure;
        }
    }
}
