using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Persistence.Idempotency;
using GraphQLTokens.Service.Persistence.Writing;
using GraphQLTokens.Service.Tests.EndToEnd;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Tests.Persistence.Idempotency;

public sealed class RememberedCallsTests : IAsyncLifetime
{
    private TestService service = null!;
    private Caller root = null!;
    private TokenValue presented;

    [Fact]
    public async Task A_call_is_remembered_with_the_change_or_not_at_all()
    {
        var failing = service.Get<StoreWriter>().WriteAsync<int>(async (scope, stop) =>
        {
            await service.Get<RememberedCalls>().AddAsync(scope, CallOf("key"), presented, service.Clock.Now, stop);
            await scope.Db.SaveChangesAsync(stop);
            throw new InvalidOperationException("after the call was remembered");
        }, default);
        await Assert.ThrowsAsync<InvalidOperationException>(() => failing);
        Assert.Null(await FindAsync("key"));

        var outcome = await DoAsync("key");
        var remembered = await FindAsync("key");
        Assert.NotNull(remembered);
        Assert.Null(remembered.SealedAnswer);
        var repeat = CallOf("key");
        Assert.True(repeat.TryRecall(remembered.SealedValue));
        Assert.True(repeat.TryRepeat(out var made));
        Assert.Equal(outcome.Value.Reveal(), made.Reveal());
    }

    [Fact]
    public async Task A_refused_call_is_not_remembered()
    {
        var outcome = await service.Get<CreateToken>().RunAsync(root with { Call = CallOf("key") }, new() { Name = "" }, default);

        Assert.Equal(CreateTokenStatus.InvalidInput, outcome.Status);
        Assert.Null(await FindAsync("key"));
    }

    [Fact]
    public async Task The_first_answer_stays()
    {
        await DoAsync("key");
        var calls = service.Get<RememberedCalls>();
        await calls.AddAnswerAsync(CallOf("key"), new KeptAnswer(200, "application/json", [1]), default);
        await calls.AddAnswerAsync(CallOf("key"), new KeptAnswer(200, "application/json", [2]), default);
        Assert.Equal([1], CallOf("key").OpenAnswer((await FindAsync("key"))!.SealedAnswer!)!.Body);
    }

    [Fact]
    public async Task What_is_long_over_is_swept_away_and_what_is_not_stays()
    {
        await DoAsync("old");
        service.Clock.Advance(TimeSpan.FromHours(23));
        await DoAsync("new");
        service.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(await FindAsync("old"));
        await service.Get<RememberedCalls>().SweepAsync(default);

        await using var db = await service.OpenAsync();
        Assert.Equal(1, await db.RememberedCalls.CountAsync());
        Assert.NotNull(await FindAsync("new"));
    }

    [Fact]
    public async Task The_sweep_comes_by_itself()
    {
        await DoAsync("old");
        var first = service.Clock.Now + TimeSpan.FromMinutes(10);
        Assert.True(await Eventually.Async(() => Task.FromResult(service.Clock.IsAwaited(first)), isSet => isSet));
        service.Clock.Advance(TimeSpan.FromHours(24));

        var left = await Eventually.Async(
            async () =>
            {
                await using var db = await service.OpenAsync();
                return await db.RememberedCalls.CountAsync();
            },
            count => count == 0);
        Assert.Equal(0, left);
    }

    public async Task InitializeAsync()
    {
        service = await TestService.StartAsync();
        root = await service.RootAsync();
        Assert.True(TokenValue.TryParse((await File.ReadAllTextAsync(service.RootTokenFile)).Trim(), out presented));
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    private IdempotentCall CallOf(string key) => new(root, presented, key, new byte[IdempotentCall.HashLength]);

    private Task<RememberedCall?> FindAsync(string key) => service.Get<RememberedCalls>().FindAsync(CallOf(key), default);

    private async Task<CreateTokenOutcome> DoAsync(string key)
    {
        var outcome = await service.Get<CreateToken>().RunAsync(root with { Call = CallOf(key) }, new() { Name = "made" }, default);
        Assert.Equal(CreateTokenStatus.Done, outcome.Status);
        return outcome;
    }
}
