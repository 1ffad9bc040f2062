using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Engine.Execution.Concurrency;

namespace GraphQLTokens.Engine.Tests.Execution.Concurrency;

public sealed class RunningExecutionsTests
{
    [Fact]
    public async Task A_caller_has_at_most_so_many_operations_under_way()
    {
        var release = new TaskCompletionSource<object?>();
        var executor = Executor(release.Task, new CallerConcurrency(caller => caller, MaxExecutions: 2));
        var first = executor.ExecuteAsync(From("a")).AsTask();
        var second = executor.ExecuteAsync(From("a")).AsTask();
        var third = await executor.ExecuteAsync(From("a"));
        var other = executor.ExecuteAsync(From("b")).AsTask();

        Assert.False(first.IsCompleted || second.IsCompleted || other.IsCompleted);
        Assert.False(third.HasData);
        Assert.Equal((ErrorCodes.ConcurrencyLimitExceeded, 2.0), (third.Errors[0].Code, third.Errors[0].Extensions!["limit"]));

        release.SetResult("done");
        Assert.All(await Task.WhenAll(first, second, other), response => Assert.Empty(response.Errors));
        Assert.True((await executor.ExecuteAsync(From("a"))).HasData);
    }

    [Fact]
    public async Task Places_are_given_back_when_operations_fail_or_are_given_up()
    {
        using var stop = new CancellationTokenSource();
        var failing = Executor(Task.FromException<object?>(new InvalidOperationException("no")), new CallerConcurrency(caller => caller, 1));
        var waiting = Executor(new TaskCompletionSource<object?>().Task.WaitAsync(stop.Token), new CallerConcurrency(caller => caller, 1));

        Assert.True((await failing.ExecuteAsync(From("a"))).HasData);
        Assert.True((await failing.ExecuteAsync(From("a"))).HasData);

        var givenUp = waiting.ExecuteAsync(From("a"), stop.Token).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givenUp);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.ExecuteAsync(From("a"), stop.Token).AsTask());
    }

    [Fact]
    public void Callers_without_a_key_are_not_counted()
    {
        var executions = new RunningExecutions(new CallerConcurrency(_ => null, 1));

        Assert.True(executions.TryEnter("a", out _));
        Assert.True(executions.TryEnter("a", out var place));
        place.Dispose();
        Assert.Equal(0, executions.Callers);
    }

    [Fact]
    public async Task Counts_are_exact_when_many_come_and_go_at_once()
    {
        var executions = new RunningExecutions(new CallerConcurrency(caller => caller, 3));
        var (inside, most, refused) = (0, 0, 0);
        await Parallel.ForEachAsync(Enumerable.Range(0, 20_000), new ParallelOptions { MaxDegreeOfParallelism = 8 }, (_, _) =>
        {
            if (!executions.TryEnter("a", out var place))
            {
                Interlocked.Increment(ref refused);
                return default;
            }

            var now = Interlocked.Increment(ref inside);
            for (var seen = most; now > seen; seen = most)
                Interlocked.CompareExchange(ref most, now, seen);
            Interlocked.Decrement(ref inside);
            place.Dispose();
            return default;
        });

        Assert.InRange(most, 1, 3);
        Assert.Equal(0, executions.Callers);
        Assert.InRange(refused, 0, 20_000 - 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_rule_that_lets_nobody_in_is_refused(int most) => Assert.Throws<ArgumentOutOfRangeException>(() => new CallerConcurrency(caller => caller, most));

    private static GraphQLRequest From(string caller) => new() { Document = "{ slow }", Caller = caller };

    private static RequestExecutor Executor(Task<object?> answer, CallerConcurrency rule) => new(
        SchemaLoader.Load("type Query { slow: String }"),
        new SchemaBindings().UseFallback((_, _) => _ => new ValueTask<object?>(answer), _ => null),
        new ExecutionOptions { Concurrency = rule });
}
