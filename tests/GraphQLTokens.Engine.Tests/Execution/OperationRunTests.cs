using System.Collections.Concurrent;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Batching;
using static GraphQLTokens.Engine.Tests.Execution.TestEngine;

namespace GraphQLTokens.Engine.Tests.Execution;

public sealed class OperationRunTests
{
    private const string Sdl = """
        type Item { id: Int must: String! late: String lateMust: String! next: Item }
        type Query { now: String later: String must: String! item: Item items: [Item!] }
        type Mutation { first: Item second: Item third: Item! fourth: Item }
        """;

    [Fact]
    public async Task Answers_stand_in_the_order_of_the_selection_however_late_they_come()
    {
        var gate = new TaskCompletionSource<object?>();
        var engine = new TestEngine(Sdl) { ["Query.later"] = _ => gate.Task, ["Query.now"] = _ => { gate.SetResult("late"); return "now"; } };
        Assert.Equal("""{"data":{"later":"late","now":"now","item":null}}""", await engine.RunAsync("{ later now item { id } }"));
    }

    // Every resolver waits for all the others: run one after the other, they would never end.
    [Fact]
    public async Task Fields_that_wait_run_side_by_side()
    {
        const int Count = 50;
        var started = 0;
        var allStarted = new TaskCompletionSource<object?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var engine = new TestEngine(Sdl)
        {
            ["Query.items"] = _ => Enumerable.Range(0, Count).Select(id => Map("id", id)).ToList(),
            ["Item.late"] = _ =>
            {
                if (++started == Count)
                    allStarted.SetResult("all");
                return allStarted.Task;
            },
        };
        var response = await engine.RunAsync("{ items { late } }");

        Assert.Equal(Count, response.Split("\"late\":\"all\"").Length - 1);
    }

    // Many at once, each ending on a thread of its own as soon as it can.
    [Fact]
    public async Task No_arrival_is_lost_however_early_it_comes()
    {
        var engine = new TestEngine(Sdl, new ExecutionOptions { Timeout = Timeout.InfiniteTimeSpan }) { ["Query.later"] = _ => Task.Run(() => (object?)"here") };
        for (var round = 0; round < 2_000; round++)
            Assert.Equal("""{"data":{"later":"here"}}""", await engine.RunAsync("{ later }"));
    }

    [Fact]
    public async Task A_mutation_begins_when_all_below_the_one_before_has_ended()
    {
        var order = new ConcurrentQueue<string>();
        var engine = new TestEngine(Sdl);
        foreach (var name in (string[])["first", "second", "fourth"])
        {
            engine[$"Mutation.{name}"] = _ => { order.Enqueue(name); return Later(Map("id", 1, "next", Map("id", 2))); };
        }

        engine["Item.late"] = context => Record(context);
        Assert.Equal(
            """{"data":{"second":{"late":"x","next":{"late":"x"}},"first":{"late":"x"},"fourth":{"id":1}}}""",
            await engine.RunAsync("mutation { second { late next { late } } first { late } fourth { id } }"));

        // The two below the first mutation run side by side.
        string[] seen = [.. order];
        Assert.Equal(["second.late", "second.next.late"], seen[1..3].Order());
        Assert.Equal(["second", "first", "first.late", "fourth"], [seen[0], .. seen[3..]]);

        async Task<object?> Record(ResolverContext context)
        {
            await Task.Yield();
            order.Enqueue(context.Path.ToString());
            return "x";
        }
    }

    [Fact]
    public async Task A_mutation_begins_when_the_loads_of_the_one_before_have_arrived()
    {
        var order = new ConcurrentQueue<string>();
        var loader = new RecordingLoader(order);
        var engine = new TestEngine(Sdl)
        {
            ["Mutation.first"] = _ => { order.Enqueue("first"); return Map("id", 1); },
            ["Mutation.second"] = _ => { order.Enqueue("second"); return Map("id", 2); },
            ["Item.late"] = Async(async context => await context.LoadAsync(loader, context.Path.ToString())),
        };
        Assert.Equal(
            """{"data":{"first":{"late":"of first.late"},"second":{"late":"of second.late"}}}""", await engine.RunAsync("mutation { first { late } second { late } }"));
        Assert.Equal(["first", "first.late", "second", "second.late"], order);
    }

    [Fact]
    public async Task A_mutation_that_fails_with_non_null_ends_the_operation()
    {
        var ran = new List<string>();
        var engine = new TestEngine(Sdl)
        {
            ["Mutation.first"] = _ => { ran.Add("first"); return Later(new GraphQLException("no")); },
            ["Mutation.third"] = _ => { ran.Add("third"); return Later(null); },
            ["Mutation.fourth"] = _ => { ran.Add("fourth"); return null; },
        };
        var response = await engine.RunAsync("mutation { first { id } third { id } fourth { id } }");

        Assert.EndsWith("\"data\":null}", response, StringComparison.Ordinal);
        Assert.Equal(["first", "third"], ErrorPaths.Of(response));
        Assert.Equal(["first", "third"], ran);
    }

    [Fact]
    public async Task What_arrives_after_null_has_taken_its_place_is_dropped_with_its_errors()
    {
        var failed = new TaskCompletionSource();
        var engine = new TestEngine(Sdl)
        {
            ["Query.item"] = _ => Map("next", Map("id", 1)),
            ["Item.late"] = _ => FailAfterwardsAsync(),
            ["Item.must"] = _ => { failed.SetResult(); throw new GraphQLException("first"); },
        };
        var response = await engine.RunAsync("{ item { next { late must } } }");

        Assert.EndsWith("""{"item":{"next":null}}}""", response, StringComparison.Ordinal);
        Assert.Equal(["item.next.must"], ErrorPaths.Of(response));

        async Task<object?> FailAfterwardsAsync()
        {
            await failed.Task;
            throw new GraphQLException("too late");
        }
    }

    [Fact]
    public async Task An_error_leaves_the_siblings_alone()
    {
        var engine = new TestEngine(Sdl)
        {
            ["Query.now"] = _ => throw new GraphQLException("broken", "BROKEN"),
            ["Query.later"] = _ => Later("fine"),
            ["Query.item"] = _ => Later(new GraphQLException("also broken")),
        };
        Assert.Equal(
            """{"errors":[{"message":"broken","locations":[{"line":1,"column":3}],"path":["a"],"extensions":{"code":"BROKEN"}},{"message":"also broken","locations":[{"line":1,"column":16},{"line":1,"column":29}],"path":["item"]}],"data":{"a":null,"later":"fine","item":null}}""",
            await engine.RunAsync("{ a: now later item { id }  item { late } }"));
    }

    private sealed class RecordingLoader(ConcurrentQueue<string> order) : BatchLoader<string, string>
    {
        public override async Task<IReadOnlyDictionary<string, string>> LoadAsync(IReadOnlyList<string> keys, object? caller, CancellationToken cancellationToken)
        {
            await Task.Yield();
            foreach (var key in keys)
                order.Enqueue(key);
            return keys.ToDictionary(key => key, key => $"of {key}");
        }
    }
}
