using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Batching;
using static GraphQLTokens.Engine.Tests.Execution.TestEngine;

namespace GraphQLTokens.Engine.Tests.Execution;

/// <summary>Operations that are given up: because the client has gone, or because they take too long.</summary>
public sealed class CancellationTests
{
    private const string Sdl = "type Item { id: Int wait: String } type Query { wait: String next: String items: [Item!] } type Mutation { first: String second: String }";

    [Fact]
    public async Task A_client_that_leaves_ends_the_operation_and_every_resolver_hears_of_it()
    {
        using var client = new CancellationTokenSource();
        var heard = new TaskCompletionSource();
        var engine = new TestEngine(Sdl)
        {
            ["Query.wait"] = Async(async context =>
        {
            context.CancellationToken.Register(heard.SetResult);
            client.Cancel();
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            return null;
        })
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => engine.RunAsync("{ wait }", cancellationToken: client.Token));
        await heard.Task;
        Assert.Empty(engine.Log.Complaints);
    }

    [Fact]
    public async Task A_resolver_that_never_ends_does_not_hold_up_the_client_that_leaves()
    {
        using var client = new CancellationTokenSource();
        var engine = new TestEngine(Sdl) { ["Query.wait"] = _ => { client.Cancel(); return new TaskCompletionSource<object?>().Task; } };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => engine.RunAsync("{ wait }", cancellationToken: client.Token));
    }

    [Theory]
    [InlineData("{ items { id } next }")]
    [InlineData("mutation { first second }")]
    public async Task Nothing_more_is_started_once_the_client_has_left(string document)
    {
        using var client = new CancellationTokenSource();
        var more = 0;
        var engine = new TestEngine(Sdl)
        {
            ["Query.items"] = _ => { client.Cancel(); return new[] { Map("id", 1) }; },
            ["Item.id"] = _ => ++more,
            ["Query.next"] = _ => ++more,
            ["Mutation.first"] = _ => { client.Cancel(); return "done"; },
            ["Mutation.second"] = _ => ++more,
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => engine.RunAsync(document, cancellationToken: client.Token));
        Assert.Equal(0, more);
    }

    [Fact]
    public async Task An_operation_that_waits_too_long_is_answered_with_a_time_out()
    {
        var clock = new ManualClock();
        var engine = new TestEngine(Sdl, new ExecutionOptions { Time = clock, Timeout = TimeSpan.FromSeconds(2.5) })
        {
            ["Query.wait"] = Async(async context =>
            {
                var cancelled = Task.Delay(Timeout.Infinite, context.CancellationToken);
                clock.Advance(TimeSpan.FromSeconds(3));
                await cancelled;
                return null;
            }),
        };
        Assert.Equal(
            """{"errors":[{"message":"The operation took longer than 2.5 seconds and was given up.","extensions":{"code":"EXECUTION_TIMEOUT"}}]}""",
            await engine.RunAsync("{ wait }"));
        Assert.Empty(engine.Log.Complaints);
    }

    // No field ever waits, so no timer is set: the clock is looked at.
    [Fact]
    public async Task An_operation_that_only_computes_is_given_up_too()
    {
        var clock = new ManualClock();
        var computed = 0;
        var engine = new TestEngine(Sdl, new ExecutionOptions { Time = clock, Timeout = TimeSpan.FromSeconds(1) })
        {
            ["Query.items"] = _ => Enumerable.Range(0, 1_000).Select(id => Map("id", id)).ToList(),
            ["Item.id"] = _ => { clock.Advance(TimeSpan.FromSeconds(0.1)); return ++computed; },
        };
        Assert.Contains("EXECUTION_TIMEOUT", await engine.RunAsync("{ items { id } }"), StringComparison.Ordinal);
        Assert.InRange(computed, 10, 200);
    }

    [Fact]
    public async Task A_cancellation_that_is_the_resolvers_own_is_an_error_of_its_field()
    {
        var engine = new TestEngine(Sdl) { ["Query.wait"] = _ => throw new OperationCanceledException(), ["Query.next"] = _ => Later(new TaskCanceledException()) };
        var response = await engine.RunAsync("{ wait next }");

        Assert.EndsWith("""{"wait":null,"next":null}}""", response, StringComparison.Ordinal);
        Assert.Equal(["next", "wait"], ErrorPaths.Of(response));
    }

    [Fact]
    public async Task A_resolver_that_waits_for_a_loader_is_let_go_when_the_operation_is_given_up()
    {
        using var client = new CancellationTokenSource();
        var left = new TaskCompletionSource<(bool IsCancelled, bool LoadsNoMore, bool TokenIsCancelled)>();
        var loader = new NeverLoads(client.Cancel);
        var engine = new TestEngine(Sdl)
        {
            ["Query.wait"] = Async(async context =>
        {
            var value = context.LoadAsync(loader, 1).AsTask();
            await value.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            left.SetResult((value.IsCanceled, context.LoadAsync(loader, 2).AsTask().IsCanceled, context.CancellationToken.IsCancellationRequested));
            return null;
        })
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => engine.RunAsync("{ wait }", cancellationToken: client.Token));
        Assert.Equal((true, true, true), await left.Task);
    }

    private sealed class NeverLoads(Action whenCalled) : BatchLoader<int, string>
    {
        public override Task<IReadOnlyDictionary<int, string>> LoadAsync(IReadOnlyList<int> keys, object? caller, CancellationToken cancellationToken)
        {
            whenCalled();
            return new TaskCompletionSource<IReadOnlyDictionary<int, string>>().Task;
        }
    }
}
