using System.Net;
using GraphQLTokens.Service.Access;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Tests.EndToEnd;
using GraphQLTokens.Service.Tests.Persistence;

namespace GraphQLTokens.Service.Tests.Access;

public sealed class CallerWatchTests : IAsyncLifetime
{
    private TestService service = null!;
    private Caller root = null!;

    public static TheoryData<string, string> Endings => new()
    {
        { "rotate", "UNAUTHENTICATED" },
        { "delete", "TOKEN_REVOKED" },
        { "disable", "TOKEN_INACTIVE" },
        { "permission", "ACCESS_DENIED" },
        { "address", "ADDRESS_NOT_ALLOWED" },
        { "expire", "TOKEN_EXPIRED" },
    };

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task Ends_when_the_right_does_and_says_how(string ending, string code)
    {
        var (watched, id) = await WatchAsync();
        Assert.False(watched.IsCompleted);

        await EndAsync(ending, id);

        Assert.Equal(code, (await watched).Code);
    }

    [Fact]
    public async Task A_new_name_ends_nothing_and_neither_does_another_token()
    {
        var (watched, id) = await WatchAsync();
        var (other, _) = await service.CreateAsync(new() { Name = "other" });

        await UpdateAsync(new() { Id = id, Name = "renamed" });
        await service.Get<DeleteToken>().RunAsync(root, new(other.Id.ToString()), default);
        Assert.False(watched.IsCompleted);

        await EndAsync("delete", id);
        Assert.Equal("TOKEN_REVOKED", (await watched).Code);
    }

    [Fact]
    public async Task Expires_after_longer_than_a_timer_is_set_for()
    {
        var (watched, _) = await WatchAsync(TimeSpan.FromHours(5));

        for (var hour = 0; hour < 4; hour++)
            service.Clock.Advance(TimeSpan.FromHours(1));
        Assert.False(watched.IsCompleted);

        // The watch sets its next timer when it has seen the last one fire.
        while (!watched.IsCompleted)
        {
            service.Clock.Advance(TimeSpan.FromHours(1));
            await Task.Yield();
        }

        Assert.Equal("TOKEN_EXPIRED", (await watched).Code);
    }

    [Theory]
    [InlineData("time")]
    [InlineData("rotate")]
    [InlineData("keep new")]
    [InlineData("first use")]
    public async Task By_the_previous_value_of_a_rotation_it_goes_on_until_the_overlap_ends(string ending)
    {
        var (watched, id) = await WatchAsync();
        var rotated = await service.Get<RotateToken>().RunAsync(root, new(id, TimeSpan.FromMinutes(5), ending == "first use"), default);
        service.Clock.Advance(TimeSpan.FromMinutes(4));
        await UpdateAsync(new() { Id = id, Name = "looked at again" });
        Assert.False(watched.IsCompleted);

        switch (ending)
        {
            case "time":
                // The watch sets its timer when it has looked again.
                Assert.True(await Eventually.Async(() => Task.FromResult(service.Clock.IsAwaited(service.Clock.Now.AddMinutes(1))), isAwaited => isAwaited));
                service.Clock.Advance(TimeSpan.FromMinutes(1));
                break;
            case "rotate":
                await EndAsync("rotate", id);
                break;
            case "keep new":
                await service.Get<CancelRotation>().RunAsync(root, new(id), default);
                break;
            default:
                await service.CallerAsync(rotated.Value.Reveal());
                break;
        }

        Assert.Equal("UNAUTHENTICATED", (await watched).Code);
    }

    [Fact]
    public async Task By_the_previous_value_it_goes_on_where_the_rotation_is_taken_back()
    {
        var (watched, id) = await WatchAsync();
        await service.Get<RotateToken>().RunAsync(root, new(id, TimeSpan.FromMinutes(5)), default);
        await service.Get<CancelRotation>().RunAsync(root, new(id, RotationSide.Previous), default);
        service.Clock.Advance(TimeSpan.FromMinutes(6));
        await UpdateAsync(new() { Id = id, Name = "looked at again" });
        Assert.False(watched.IsCompleted);

        await EndAsync("delete", id);
        Assert.Equal("TOKEN_REVOKED", (await watched).Code);
    }

    [Fact]
    public async Task Ends_with_its_reader()
    {
        using var leaving = new CancellationTokenSource();
        var (token, value) = await service.CreateAsync(new() { Name = "watched" });
        var watched = service.Get<CallerWatch>().WhenEndsAsync(await service.CallerAsync(value), value, leaving.Token);

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watched);
    }

    public async Task InitializeAsync()
    {
        service = await TestService.StartAsync();
        root = await service.RootAsync();
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    private async Task<(Task<Denial> Watched, string Id)> WatchAsync(TimeSpan? life = null)
    {
        var (token, value) = await service.CreateAsync(new()
        {
            Name = "watched",
            Permissions = ["AlertRead", "RuleRead"],
            Expiry = new() { After = life ?? TimeSpan.FromMinutes(10) },
        });
        var caller = await service.CallerAsync(value, IPAddress.Parse("203.0.113.9"));
        return (service.Get<CallerWatch>().WhenEndsAsync(caller, value, default), token.Id.ToString());
    }

    private async Task EndAsync(string ending, string id)
    {
        switch (ending)
        {
            case "rotate":
                Assert.Equal(RotateTokenStatus.Done, (await service.Get<RotateToken>().RunAsync(root, new(id), default)).Status);
                break;
            case "delete":
                Assert.Equal(DeleteTokenStatus.Done, (await service.Get<DeleteToken>().RunAsync(root, new(id), default)).Status);
                break;
            case "disable":
                await UpdateAsync(new() { Id = id, Active = false });
                break;
            case "permission":
                await UpdateAsync(new() { Id = id, Permissions = new(["AlertRead"]) });
                break;
            case "address":
                await UpdateAsync(new() { Id = id, AllowedCIDRBlocks = new(["10.0.0.0/8"]) });
                break;
            default:
                service.Clock.Advance(TimeSpan.FromMinutes(11));
                break;
        }
    }

    private async Task UpdateAsync(UpdateTokenInput input) =>
        Assert.Equal(UpdateTokenStatus.Done, (await service.Get<UpdateToken>().RunAsync(root, input, default)).Status);
}
