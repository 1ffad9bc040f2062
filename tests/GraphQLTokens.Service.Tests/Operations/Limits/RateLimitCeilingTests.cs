using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Tests.Persistence;

namespace GraphQLTokens.Service.Tests.Operations.Limits;

/// <summary>Who is held to a limit does not get out of it by making, widening or rotating tokens.</summary>
public sealed class RateLimitCeilingTests : IAsyncLifetime
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private TestService service = null!;
    private Caller manager = null!;
    private Caller limited = null!;

    public async Task InitializeAsync()
    {
        service = await TestService.StartAsync(settings: new() { ["RateLimits:DefaultLimit"] = "50" });
        manager = await service.CallerWithAsync(PermissionNames.OrganizationAPITokenModify);
        limited = await service.CallerAsync((await service.CreateAsync(new()
        {
            Name = "limited",
            Permissions = [PermissionNames.OrganizationAPITokenModify],
            RateLimit = new(10, Minute),
        })).Value);
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task What_a_limited_token_makes_has_its_limit_or_a_narrower_one()
    {
        Assert.Equal(new RateLimit(10, Minute), (await CreateAsync(limited, null)).Token!.RateLimit);
        Assert.Equal(new RateLimit(3, Minute), (await CreateAsync(limited, new(3, Minute))).Token!.RateLimit);
        AssertAbove(await CreateAsync(limited, new(11, Minute)));
        AssertAbove(await CreateAsync(limited, new(10, TimeSpan.FromSeconds(59))));
    }

    [Fact]
    public async Task Who_manages_tokens_gives_any_limit_and_who_makes_only_its_own_none_wider_than_the_default()
    {
        Assert.Equal(5000, (await CreateAsync(manager, new(5000, Minute))).Token!.RateLimit!.Limit);
        Assert.Null((await CreateAsync(manager, null)).Token!.RateLimit);
        var own = await service.CallerWithAsync(PermissionNames.OwnAPITokenModify);
        Assert.Null((await CreateAsync(own, null)).Token!.RateLimit);
        Assert.Equal(50, (await CreateAsync(own, new(50, Minute))).Token!.RateLimit!.Limit);
        AssertAbove(await CreateAsync(own, new(51, Minute)));
    }

    [Fact]
    public async Task A_limited_token_widens_no_limit_its_own_least_of_all()
    {
        var made = (await CreateAsync(limited, new(3, Minute))).Token!;
        Assert.Empty((await UpdateAsync(limited, made.Id, new RateLimitInput(10, Minute))).Refusals);
        Assert.Empty((await UpdateAsync(limited, made.Id, new RateLimitInput(2, Minute))).Refusals);
        foreach (var id in new[] { made.Id, limited.TokenId })
        {
            Assert.Equal(UpdateTokenStatus.AboveOwnRights, (await UpdateAsync(limited, id, new RateLimitInput(11, Minute))).Status);
            Assert.Equal(UpdateTokenStatus.AboveOwnRights, (await UpdateAsync(limited, id, null)).Status);
        }
    }

    [Fact]
    public async Task Another_field_of_a_wider_token_may_still_be_narrowed()
    {
        var wide = (await CreateAsync(manager, new(5000, Minute))).Token!;
        var outcome = await service.Get<UpdateToken>().RunAsync(limited, new() { Id = wide.Id.ToString(), Active = false }, default);
        Assert.Equal(UpdateTokenStatus.Done, outcome.Status);
    }

    [Fact]
    public async Task A_limited_token_gets_no_value_of_a_wider_one()
    {
        var wide = (await CreateAsync(manager, new(5000, Minute))).Token!;
        var byDefault = (await CreateAsync(manager, null)).Token!;
        foreach (var token in new[] { wide, byDefault })
        {
            var outcome = await service.Get<RotateToken>().RunAsync(limited, new(token.Id.ToString()), default);
            Assert.Equal((RotateTokenStatus.AboveOwnRights, "input.rateLimit"), (outcome.Status, outcome.Faults.Single().Field));
        }
        Assert.Equal(RotateTokenStatus.Done, (await service.Get<RotateToken>().RunAsync(limited, new(), default)).Status);
    }

    [Theory]
    [InlineData(0, 60_000, "input.rateLimit.limit must lie between 1 and 1000000")]
    [InlineData(1_000_001, 60_000, "input.rateLimit.limit must lie between 1 and 1000000")]
    [InlineData(1, 0, "input.rateLimit.window must be whole seconds, between PT1S and P31D")]
    [InlineData(1, 1_500, "input.rateLimit.window must be whole seconds, between PT1S and P31D")]
    [InlineData(1, 2_678_401_000, "input.rateLimit.window must be whole seconds, between PT1S and P31D")]
    public async Task A_limit_beyond_the_rules_is_named(int limit, long milliseconds, string fault)
    {
        var outcome = await CreateAsync(manager, new(limit, TimeSpan.FromMilliseconds(milliseconds)));
        Assert.Equal((CreateTokenStatus.InvalidInput, fault), (outcome.Status, outcome.Faults.Single().ToString()));
    }

    private Task<CreateTokenOutcome> CreateAsync(Caller by, RateLimitInput? limit) =>
        service.Get<CreateToken>().RunAsync(by, new() { Name = "made", RateLimit = limit }, default);

    private Task<UpdateTokenOutcome> UpdateAsync(Caller by, Guid id, RateLimitInput? limit) =>
        service.Get<UpdateToken>().RunAsync(by, new() { Id = id.ToString(), RateLimit = new(limit) }, default);

    private static void AssertAbove(CreateTokenOutcome outcome) =>
        Assert.Equal((CreateTokenStatus.AboveOwnRights, "input.rateLimit"), (outcome.Status, outcome.Faults.Single().Field));
}
