using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Persistence.Writing;
using GraphQLTokens.Service.Tests.Persistence;

namespace GraphQLTokens.Service.Tests.Operations.Tokens;

public sealed class UpdateTokenTests : IAsyncLifetime
{
    private TestService service = null!;
    private Caller root = null!;
    private ApiToken token = null!;
    private string value = null!;

    [Fact]
    public async Task Changes_what_is_given_and_nothing_else()
    {
        var updated = await DoneAsync(root, new() { Id = Id, Name = "renamed" });

        Assert.Equal("renamed", updated.Name);
        Assert.Equal(token.Description, updated.Description);
        Assert.Equal(token.Permissions, updated.Permissions);
        Assert.Equal(token.Addresses, updated.Addresses);
        Assert.Equal(token.EndsAt, updated.EndsAt);
        Assert.Equal(token.Metadata, updated.Metadata);
        Assert.Equal(service.Clock.Now, updated.UpdatedAt);
        Assert.Equal(root.Actor, updated.UpdatedBy);
    }

    [Fact]
    public async Task Null_clears_what_can_be_without_and_is_a_fault_elsewhere()
    {
        var cleared = await DoneAsync(root, new()
        {
            Id = Id,
            Description = new(null),
            NotBefore = new(null),
            Expiry = new(null),
            Metadata = new(null),
            AllowedCIDRBlocks = new([]),
        });
        Assert.Null(cleared.Description);
        Assert.Null(cleared.ExpiresAt);
        Assert.Null(cleared.Metadata);
        Assert.True(cleared.Addresses.IsOpen);

        var outcome = await RunAsync(root, new()
        {
            Id = Id,
            Name = new(null),
            Permissions = new(null),
            AllowedCIDRBlocks = new(null),
            DeniedCIDRBlocks = new(null),
            Active = new(null),
        });
        Assert.Equal(UpdateTokenStatus.InvalidInput, outcome.Status);
        Assert.Equal(
            ["input.name", "input.permissions", "input.allowedCIDRBlocks", "input.deniedCIDRBlocks", "input.active"],
            outcome.Faults.Select(fault => fault.Field));
    }

    [Fact]
    public async Task A_change_is_in_force_before_its_answer_though_the_key_was_seen_before()
    {
        await service.CallerAsync(value);
        await DoneAsync(root, new() { Id = Id, AllowedCIDRBlocks = new(["10.0.0.0/8"]) });
        Assert.Equal(VerificationCode.AddressNotAllowed, (await service.JudgeAsync(value)).Code);

        await DoneAsync(root, new() { Id = Id, Active = false });
        Assert.Equal(VerificationCode.Inactive, (await service.JudgeAsync(value)).Code);

        await DoneAsync(root, new() { Id = Id, Active = true, AllowedCIDRBlocks = new([]), Permissions = new([]) });
        Assert.False((await service.CallerAsync(value)).Holds("AlertRead"));
    }

    [Fact]
    public async Task The_period_must_stay_one()
    {
        var outcome = await RunAsync(root, new() { Id = Id, NotBefore = token.EndsAt });

        Assert.Equal(["input.notBefore"], outcome.Faults.Select(fault => fault.Field));
    }

    [Fact]
    public async Task An_expired_token_can_be_given_more_time()
    {
        service.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(VerificationCode.Expired, (await service.JudgeAsync(value)).Code);

        await DoneAsync(root, new() { Id = Id, Expiry = new ExpiryInput { After = TimeSpan.FromDays(1) } });

        Assert.Equal(VerificationCode.Valid, (await service.JudgeAsync(value)).Code);
    }

    [Fact]
    public async Task Somebody_narrower_may_rename_narrow_and_disable_and_nothing_that_lets_it_reach_further()
    {
        var caller = await service.CallerWithAsync("OrganizationAPITokenModify");

        await DoneAsync(caller, new() { Id = Id, Name = "renamed", Description = "by somebody narrower" });
        await DoneAsync(caller, new() { Id = Id, Permissions = new(["AlertRead"]), AllowedCIDRBlocks = new(["203.0.113.0/24"]) });
        await DoneAsync(caller, new() { Id = Id, Expiry = new ExpiryInput { After = TimeSpan.FromDays(1) }, Active = false });

        await AboveAsync(caller, new() { Id = Id, Active = true });
        await AboveAsync(caller, new() { Id = Id, Permissions = new(["AlertRead", "RuleRead"]) });
        await AboveAsync(caller, new() { Id = Id, AllowedCIDRBlocks = new([]) });
        await AboveAsync(caller, new() { Id = Id, Expiry = new(null) });
        await AboveAsync(caller, new() { Id = Id, Metadata = "{}" });
        await DoneAsync(caller, new() { Id = Id, Active = true, Permissions = new([]) });
    }

    [Fact]
    public async Task Nobody_widens_themself()
    {
        var (_, own) = await service.CreateAsync(new() { Name = "own", Permissions = ["OwnAPITokenModify"], AllowedCIDRBlocks = ["203.0.113.0/24"] });
        var caller = await service.CallerAsync(own);

        await AboveAsync(caller, new() { Id = "self", Permissions = new(["OwnAPITokenModify", "AlertRead"]) });
        await AboveAsync(caller, new() { Id = "self", AllowedCIDRBlocks = new([]) });
        await DoneAsync(caller, new() { Id = "self", AllowedCIDRBlocks = new(["203.0.113.9"]) });
    }

    [Fact]
    public async Task What_the_caller_may_not_see_is_absent_and_what_it_may_only_see_is_denied()
    {
        Assert.Equal(UpdateTokenStatus.NotFound, (await RunAsync(await service.CallerWithAsync("UserRead"), new() { Id = Id })).Status);
        Assert.Equal(UpdateTokenStatus.AccessDenied, (await RunAsync(await service.CallerWithAsync("OrganizationAPITokenRead"), new() { Id = Id })).Status);
        Assert.Equal(UpdateTokenStatus.NotFound, (await RunAsync(root, new() { Id = Guid.CreateVersion7().ToString() })).Status);
        Assert.Equal(UpdateTokenStatus.NotFound, (await RunAsync(root, new() { Id = "nonsense" })).Status);
        var beside = new Tenant { Id = Guid.CreateVersion7(), ParentId = root.TenantId, Name = "beside", CreatedAt = service.Clock.Now };
        await service.Get<StoreWriter>().WriteAsync((scope, _) => Task.FromResult(scope.Db.Add(beside)), default);
        Assert.Equal(UpdateTokenStatus.NotFound, (await RunAsync(root with { TenantId = beside.Id }, new() { Id = Id })).Status);
    }

    public async Task InitializeAsync()
    {
        service = await TestService.StartAsync();
        root = await service.RootAsync();
        (token, value) = await service.CreateAsync(new()
        {
            Name = "subject",
            Description = "d",
            Permissions = ["AlertRead", "RuleRead"],
            Metadata = """{"plan":"gold"}""",
            Expiry = new() { After = TimeSpan.FromDays(30) },
        });
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    private string Id => token.Id.ToString("N");

    private Task<UpdateTokenOutcome> RunAsync(Caller caller, UpdateTokenInput input) => service.Get<UpdateToken>().RunAsync(caller, input, default);

    private async Task<ApiToken> DoneAsync(Caller caller, UpdateTokenInput input)
    {
        var outcome = await RunAsync(caller, input);
        Assert.Empty(outcome.Refusals);
        return outcome.Token!;
    }

    private async Task AboveAsync(Caller caller, UpdateTokenInput input) =>
        Assert.Equal(UpdateTokenStatus.AboveOwnRights, (await RunAsync(caller, input)).Status);
}
