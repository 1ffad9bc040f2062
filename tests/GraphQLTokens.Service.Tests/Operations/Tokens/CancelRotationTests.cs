using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Persistence;
using GraphQLTokens.Service.Persistence.Writing;
using GraphQLTokens.Service.Tests.Persistence;

namespace GraphQLTokens.Service.Tests.Operations.Tokens;

public sealed class CancelRotationTests : IAsyncLifetime
{
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(1);
    private TestService service = null!;
    private Caller root = null!;

    [Fact]
    public async Task Keeping_the_new_value_ends_the_previous_one_at_once()
    {
        var (id, previous, next) = await RotateAsync();

        var outcome = await RunAsync(root, id, RotationSide.New);

        Assert.Equal(CancelRotationStatus.Done, outcome.Status);
        Assert.Null(outcome.Token!.PreviousValueExpiresAt(service.Clock.Now));
        Assert.Equal((VerificationCode.Retired, VerificationCode.Valid), await CodesAsync(previous, next));
        Assert.Equal(CancelRotationStatus.NoOverlap, (await RunAsync(root, id, RotationSide.New)).Status);
    }

    [Fact]
    public async Task Keeping_the_previous_value_takes_the_new_one_back()
    {
        var (id, previous, next) = await RotateAsync();

        var outcome = await RunAsync(root, id, RotationSide.Previous);

        Assert.Equal(CancelRotationStatus.Done, outcome.Status);
        Assert.Equal((VerificationCode.Valid, VerificationCode.Retired), await CodesAsync(previous, next));
        service.Clock.Advance(2 * Overlap);
        Assert.Equal((VerificationCode.Valid, VerificationCode.Retired), await CodesAsync(previous, next));
        Assert.Equal(CancelRotationStatus.NoOverlap, (await RunAsync(root, id, RotationSide.Previous)).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_value_that_was_used_is_not_taken_back(bool written)
    {
        var (id, previous, next) = await RotateAsync();
        await service.CallerAsync(next);
        await service.CallerAsync(previous);
        if (written)
            await service.Get<LastUsedWriter>().FlushAsync(default);

        Assert.Equal(CancelRotationStatus.NewValueUsed, (await RunAsync(root, id, RotationSide.Previous)).Status);
        Assert.Equal((VerificationCode.Valid, VerificationCode.Valid), await CodesAsync(previous, next));
        Assert.Equal(CancelRotationStatus.Done, (await RunAsync(root, id, RotationSide.New)).Status);
    }

    [Fact]
    public async Task A_use_on_its_way_from_memory_to_the_store_counts()
    {
        var (id, _, next) = await RotateAsync();
        await service.CallerAsync(next);

        // The flush waits behind the first write, and the cancellation stands before it or behind it.
        var entered = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        var held = service.Get<StoreWriter>().WriteAsync(async (_, _) =>
        {
            entered.SetResult();
            await go.Task;
            return 0;
        }, default);
        await entered.Task;
        var before = RunAsync(root, id, RotationSide.Previous);
        var flush = service.Get<LastUsedWriter>().FlushAsync(default);
        var after = RunAsync(root, id, RotationSide.Previous);
        go.SetResult();
        await Task.WhenAll(held, flush);

        Assert.Equal((CancelRotationStatus.NewValueUsed, CancelRotationStatus.NewValueUsed), ((await before).Status, (await after).Status));
    }

    [Fact]
    public async Task A_refused_use_of_the_new_value_counts_as_none()
    {
        var (token, _) = await service.CreateAsync(new() { Name = "x", AllowedCIDRBlocks = ["10.0.0.0/8"] });
        var next = await service.Get<RotateToken>().RunAsync(root, new(token.Id.ToString(), Overlap), default);
        Assert.Equal(VerificationCode.AddressNotAllowed, (await service.JudgeAsync(next.Value.Reveal())).Code);

        Assert.Equal(CancelRotationStatus.Done, (await RunAsync(root, token.Id.ToString(), RotationSide.Previous)).Status);
    }

    [Fact]
    public async Task A_token_decides_about_itself_by_either_value_without_a_permission()
    {
        var (_, previous, _) = await RotateAsync();
        Assert.Equal(CancelRotationStatus.Done, (await RunAsync(await service.CallerAsync(previous), null, RotationSide.Previous)).Status);

        (_, _, var next) = await RotateAsync();
        var byNext = await service.CallerAsync(next);
        Assert.Equal(CancelRotationStatus.NewValueUsed, (await RunAsync(byNext, null, RotationSide.Previous)).Status);
        Assert.Equal(CancelRotationStatus.Done, (await RunAsync(byNext, "self", RotationSide.New)).Status);

        (_, previous, _) = await RotateAsync();
        var byPrevious = await service.CallerAsync(previous);
        Assert.Equal(CancelRotationStatus.Done, (await RunAsync(byPrevious, "self", RotationSide.New)).Status);
        Assert.Equal(CancelRotationStatus.CallerChanged, (await RunAsync(byPrevious, "self", RotationSide.New)).Status);
    }

    [Fact]
    public async Task Another_token_needs_the_permission_and_is_absent_to_whoever_may_not_see_it()
    {
        var (id, _, _) = await RotateAsync();

        Assert.Equal(CancelRotationStatus.NotFound, (await RunAsync(await service.CallerWithAsync(), id)).Status);
        Assert.Equal(CancelRotationStatus.NotFound, (await RunAsync(await service.CallerWithAsync("OwnAPITokenModify"), id)).Status);
        Assert.Equal(CancelRotationStatus.AccessDenied, (await RunAsync(await service.CallerWithAsync("OrganizationAPITokenRead"), id)).Status);
        Assert.Equal(CancelRotationStatus.NotFound, (await RunAsync(root, "no id")).Status);
        Assert.Equal(CancelRotationStatus.Done, (await RunAsync(await service.CallerWithAsync("OrganizationAPITokenModify"), id)).Status);
    }

    [Fact]
    public async Task The_previous_value_of_a_wider_token_may_be_ended_but_not_kept()
    {
        var (id, previous, _) = await RotateAsync("RuleRead");
        var caller = await service.CallerWithAsync("OrganizationAPITokenModify");

        Assert.Equal(CancelRotationStatus.AboveOwnRights, (await RunAsync(caller, id, RotationSide.Previous)).Status);
        Assert.Equal(VerificationCode.Valid, (await service.JudgeAsync(previous)).Code);
        Assert.Equal(CancelRotationStatus.Done, (await RunAsync(caller, id, RotationSide.New)).Status);
    }

    [Fact]
    public async Task After_the_overlap_there_is_nothing_to_cancel()
    {
        var (id, _, _) = await RotateAsync();
        service.Clock.Advance(Overlap);

        Assert.Equal(CancelRotationStatus.NoOverlap, (await RunAsync(root, id, RotationSide.Previous)).Status);
    }

    public async Task InitializeAsync()
    {
        service = await TestService.StartAsync();
        root = await service.RootAsync();
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    private async Task<(string Id, string Previous, string Next)> RotateAsync(params string[] permissions)
    {
        var (token, previous) = await service.CreateAsync(new() { Name = "x", Permissions = permissions });
        var outcome = await service.Get<RotateToken>().RunAsync(root, new(token.Id.ToString(), Overlap), default);
        return (token.Id.ToString(), previous, outcome.Value.Reveal());
    }

    private Task<CancelRotationOutcome> RunAsync(Caller caller, string? id, RotationSide keep = RotationSide.New) =>
        service.Get<CancelRotation>().RunAsync(caller, new(id, keep), default);

    private async Task<(VerificationCode Previous, VerificationCode Next)> CodesAsync(string previous, string next) =>
        ((await service.JudgeAsync(previous)).Code, (await service.JudgeAsync(next)).Code);
}
