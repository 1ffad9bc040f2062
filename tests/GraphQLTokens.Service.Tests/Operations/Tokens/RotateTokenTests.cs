using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Tests.Operations.Tokens;

public sealed class RotateTokenTests : IAsyncLifetime
{
    private TestService service = null!;
    private Caller root = null!;

    [Fact]
    public async Task The_old_value_is_refused_and_the_new_one_accepted_at_once()
    {
        var (token, old) = await service.CreateAsync(new() { Name = "x", Expiry = new() { After = TimeSpan.FromDays(1) } });
        var caller = await service.CallerAsync(old);
        service.Clock.Advance(TimeSpan.FromHours(1));

        var outcome = await RunAsync(caller);

        Assert.Equal(RotateTokenStatus.Done, outcome.Status);
        Assert.Equal(VerificationCode.Retired, (await service.JudgeAsync(old)).Code);
        Assert.Equal(token.Id, (await service.CallerAsync(outcome.Value.Reveal())).TokenId);
        Assert.Equal(token.EndsAt, outcome.Token!.EndsAt);
        Assert.Equal(service.Clock.Now, outcome.Token.RotatedAt);
        Assert.Equal(service.Clock.Now + TimeSpan.FromDays(90), outcome.Token.RotationDueAt);
        Assert.NotEqual(token.ValueStart, outcome.Token.ValueStart);
    }

    [Fact]
    public async Task Of_two_self_rotations_by_the_same_value_one_wins()
    {
        var (_, value) = await service.CreateAsync(new() { Name = "x" });
        var caller = await service.CallerAsync(value);

        var outcomes = await Task.WhenAll(RunAsync(caller), RunAsync(caller));

        Assert.Equal([RotateTokenStatus.Done, RotateTokenStatus.CallerChanged], outcomes.Select(outcome => outcome.Status).Order());
    }

    [Fact]
    public async Task With_an_overlap_two_self_rotations_by_the_same_value_both_pass_and_the_value_ends_with_the_second()
    {
        var (_, value) = await service.CreateAsync(new() { Name = "x" });
        var caller = await service.CallerAsync(value);

        var first = await RunAsync(caller, overlap: TimeSpan.FromHours(1));
        Assert.Equal(VerificationCode.Valid, (await service.JudgeAsync(value)).Code);
        var second = await RunAsync(caller, overlap: TimeSpan.FromHours(1));

        Assert.Equal((RotateTokenStatus.Done, RotateTokenStatus.Done), (first.Status, second.Status));
        Assert.Equal(VerificationCode.Retired, (await service.JudgeAsync(value)).Code);
        Assert.Equal(VerificationCode.Valid, (await service.JudgeAsync(first.Value.Reveal())).Code);
        Assert.Equal(VerificationCode.Valid, (await service.JudgeAsync(second.Value.Reveal())).Code);
        Assert.Equal(RotateTokenStatus.CallerChanged, (await RunAsync(caller)).Status);
    }

    [Fact]
    public async Task Nothing_is_done_any_more_by_a_value_whose_overlap_is_over()
    {
        var (token, value) = await service.CreateAsync(new() { Name = "x", Permissions = ["OrganizationAPITokenModify"] });
        var caller = await service.CallerAsync(value);
        await RunAsync(root, token.Id.ToString(), TimeSpan.FromHours(1));
        service.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(CreateTokenStatus.Done, (await service.Get<CreateToken>().RunAsync(caller, new() { Name = "made" }, default)).Status);

        service.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(CreateTokenStatus.CallerChanged, (await service.Get<CreateToken>().RunAsync(caller, new() { Name = "made" }, default)).Status);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData((7 * 24) + 1)]
    public async Task An_overlap_out_of_bounds_is_refused(int hours)
    {
        var outcome = await RunAsync(root, overlap: TimeSpan.FromHours(hours));

        Assert.Equal((RotateTokenStatus.InvalidInput, "input.overlap must lie between PT0S and P7D"), (outcome.Status, Assert.Single(outcome.Faults).ToString()));
    }

    [Fact]
    public async Task Former_values_are_known_as_retired_up_to_a_bound()
    {
        var (token, first) = await service.CreateAsync(new() { Name = "x" });
        var former = new List<string> { first };
        for (var i = 0; i < StoredValue.MaxFormer + 2; i++)
            former.Add((await RunAsync(root, token.Id.ToString())).Value.Reveal());

        Assert.Equal(VerificationCode.Valid, (await service.JudgeAsync(former[^1])).Code);
        Assert.All(former.SkipLast(1).TakeLast(StoredValue.MaxFormer), value =>
            Assert.Equal(VerificationCode.Retired, service.JudgeAsync(value).AsTask().GetAwaiter().GetResult().Code));
        Assert.Equal(VerificationCode.Unknown, (await service.JudgeAsync(former[0])).Code);
        await using var db = await service.OpenAsync();
        Assert.Equal(1 + StoredValue.MaxFormer, await db.Values.CountAsync(value => value.TokenId == token.Id));
    }

    [Fact]
    public async Task An_expired_token_cannot_rotate()
    {
        var (token, _) = await service.CreateAsync(new() { Name = "x", Expiry = new() { After = TimeSpan.FromHours(1) } });
        service.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(RotateTokenStatus.Expired, (await RunAsync(root, token.Id.ToString())).Status);
    }

    [Fact]
    public async Task Nobody_gets_hold_of_a_wider_token_by_rotating_it()
    {
        var caller = await service.CallerWithAsync("OrganizationAPITokenModify", "AlertRead");
        var (wider, _) = await service.CreateAsync(new() { Name = "wider", Permissions = ["RuleRead"] });
        var (within, _) = await service.CreateAsync(new() { Name = "within", Permissions = ["AlertRead"] });

        Assert.Equal(RotateTokenStatus.AboveOwnRights, (await RunAsync(caller, wider.Id.ToString())).Status);
        Assert.Equal(RotateTokenStatus.AboveOwnRights, (await RunAsync(caller, root.TokenId.ToString())).Status);
        Assert.Equal(RotateTokenStatus.Done, (await RunAsync(caller, within.Id.ToString())).Status);
    }

    [Fact]
    public async Task Rotating_oneself_needs_no_permission_and_another_does()
    {
        var (other, _) = await service.CreateAsync(new() { Name = "other" });

        Assert.Equal(RotateTokenStatus.Done, (await RunAsync(await service.CallerWithAsync())).Status);
        Assert.Equal(RotateTokenStatus.Done, (await RunAsync(await service.CallerWithAsync(), "self")).Status);
        Assert.Equal(RotateTokenStatus.NotFound, (await RunAsync(await service.CallerWithAsync(), other.Id.ToString())).Status);
        Assert.Equal(RotateTokenStatus.AccessDenied, (await RunAsync(await service.CallerWithAsync("OrganizationAPITokenRead"), other.Id.ToString())).Status);
        Assert.Equal(RotateTokenStatus.NotFound, (await RunAsync(await service.CallerWithAsync("OwnAPITokenModify"), other.Id.ToString())).Status);
        Assert.Equal(RotateTokenStatus.Done, (await RunAsync(await service.CallerWithAsync("OrganizationAPITokenModify"), other.Id.ToString())).Status);
    }

    [Fact]
    public async Task With_the_permission_for_ones_own_rotates_what_one_made()
    {
        var maker = await service.CallerWithAsync("OwnAPITokenModify");
        var (made, _) = await service.CreateAsync(new() { Name = "made" }, by: maker);

        Assert.Equal(RotateTokenStatus.Done, (await RunAsync(maker, made.Id.ToString())).Status);
    }

    public async Task InitializeAsync()
    {
        service = await TestService.StartAsync();
        root = await service.RootAsync();
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    private Task<RotateTokenOutcome> RunAsync(Caller caller, string? id = null, TimeSpan? overlap = null) =>
        service.Get<RotateToken>().RunAsync(caller, new(id, overlap), default);
}
