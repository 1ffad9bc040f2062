using GraphQLTokens.Engine.Execution;

namespace GraphQLTokens.Engine.Tests.Execution;

public sealed class DeadlineTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Instant = TimeSpan.FromTicks(1);

    private readonly ManualClock clock = new();

    [Fact]
    public void Passes_with_its_time_whether_anybody_has_asked_for_the_token()
    {
        using var asked = new Deadline(Timeout, clock, CancellationToken.None);
        using var unasked = new Deadline(Timeout, clock, CancellationToken.None);
        var token = asked.Token;

        clock.Advance(Timeout - Instant);
        Assert.Equal((false, false, false), (asked.HasPassed, unasked.HasPassed, token.IsCancellationRequested));
        clock.Advance(Instant);
        Assert.Equal((true, true, true), (asked.HasPassed, unasked.HasPassed, token.IsCancellationRequested));
    }

    [Fact]
    public void A_token_asked_for_in_between_has_what_is_left()
    {
        using var deadline = new Deadline(Timeout, clock, CancellationToken.None);
        clock.Advance(Timeout / 2);
        var token = deadline.Token;

        clock.Advance((Timeout / 2) - Instant);
        Assert.False(token.IsCancellationRequested);
        clock.Advance(Instant);
        Assert.True(token.IsCancellationRequested);
        Assert.Equal(token, deadline.Token);
    }

    [Fact]
    public void A_token_asked_for_too_late_is_cancelled()
    {
        using var deadline = new Deadline(Timeout, clock, CancellationToken.None);
        clock.Advance(Timeout);
        Assert.True(deadline.Token.IsCancellationRequested);

        var ended = new Deadline(Timeout, new ManualClock(), CancellationToken.None);
        ended.Dispose();
        Assert.True(ended.Token.IsCancellationRequested);
    }

    [Fact]
    public void Passes_with_its_caller()
    {
        using var caller = new CancellationTokenSource();
        using var deadline = new Deadline(Timeout, clock, caller.Token);
        var token = deadline.Token;
        Assert.False(deadline.HasPassed);

        caller.Cancel();
        Assert.Equal((true, true), (deadline.HasPassed, token.IsCancellationRequested));
        Assert.Throws<OperationCanceledException>(deadline.ThrowIfPassed);
    }

    [Fact]
    public void Without_a_time_out_only_the_caller_ends_it()
    {
        using var caller = new CancellationTokenSource();
        using var deadline = new Deadline(System.Threading.Timeout.InfiniteTimeSpan, clock, caller.Token);
        clock.Advance(TimeSpan.FromDays(1));

        Assert.False(deadline.HasPassed);
        Assert.Equal(caller.Token, deadline.Token);
        for (var look = 0; look < 1_000; look++)
            deadline.ThrowIfPassed();
    }

    [Fact]
    public void Throws_at_once_where_there_is_a_token_and_else_after_a_few_looks()
    {
        using var asked = new Deadline(Timeout, clock, CancellationToken.None);
        using var unasked = new Deadline(Timeout, clock, CancellationToken.None);
        _ = asked.Token;
        asked.ThrowIfPassed();
        clock.Advance(Timeout);

        Assert.Throws<OperationCanceledException>(asked.ThrowIfPassed);
        unasked.ThrowIfPassed();
        Assert.Throws<OperationCanceledException>(() =>
        {
            for (var look = 0; look < 100; look++)
                unasked.ThrowIfPassed();
        });
    }

    // What the operation leaves behind: told where there is something to tell, and rid of the clock and the caller.
    [Fact]
    public void Leaves_nothing_behind_at_its_end()
    {
        using var caller = new CancellationTokenSource();
        var deadline = new Deadline(Timeout, clock, caller.Token);
        var token = deadline.Token;
        deadline.Dispose();
        caller.Cancel();
        clock.Advance(Timeout);

        Assert.False(token.IsCancellationRequested);
    }
}
