using System.Net;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Operations.Verification;
using GraphQLTokens.Service.Persistence;
using GraphQLTokens.Service.Persistence.Keys;
using GraphQLTokens.Service.Persistence.Writing;
using GraphQLTokens.Service.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Tests.Operations.Verification;

public sealed class VerifyTokensTests : IAsyncLifetime
{
    private static readonly string Far = "198.51.100.1";

    private TestService service = null!;
    private Caller root = null!;
    private Caller asker = null!;

    public async Task InitializeAsync()
    {
        service = await TestService.StartAsync();
        root = await service.RootAsync();
        asker = await service.CallerWithAsync(PermissionNames.OrganizationAPITokenVerify);
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task A_good_value_is_valid_and_tells_of_its_token()
    {
        var (token, value) = await service.CreateAsync(new() { Name = "good", Permissions = ["AlertRead"], Metadata = """{"plan":"gold"}""" });

        var found = await VerifyAsync(new() { Value = value });

        Assert.Equal((VerificationCode.Valid, true), (found.Code, found.Valid));
        Assert.Equal((token.Id, "good", """{"plan":"gold"}"""), (found.Record!.TokenId, found.Record.Name, found.Record.Metadata));
        Assert.Equal(PermissionSet.Of("AlertRead"), found.Permissions);
        Assert.Equal((null, null), (found.Remaining, found.ResetsAt));
        Assert.Empty(found.MissingPermissions);
    }

    [Fact]
    public async Task Every_code_comes_in_its_order_of_precedence()
    {
        var (token, first) = await service.CreateAsync(new()
        {
            Name = "x",
            AllowedCIDRBlocks = ["10.0.0.0/8"],
            NotBefore = service.Clock.Now.AddDays(1),
            Expiry = new() { After = TimeSpan.FromDays(9) },
            RateLimit = new(1, TimeSpan.FromDays(1)),
        });
        var id = token.Id.ToString();
        var value = (await service.Get<RotateToken>().RunAsync(root, new(id), default)).Value.Reveal();
        var input = new VerifyTokenInput { Value = value, Require = new() { Permission = "AlertRead" } };

        Assert.Equal(VerificationCode.Malformed, (await VerifyAsync(new() { Value = value + "x" })).Code);
        Assert.Equal(VerificationCode.Unknown, (await VerifyAsync(new() { Value = TokenValue.Create("gqt", token.Id).Reveal() })).Code);
        Assert.Equal(VerificationCode.Retired, (await VerifyAsync(new() { Value = first })).Code);
        await UpdateAsync(new() { Id = id, Active = false });
        Assert.Equal(VerificationCode.Inactive, (await VerifyAsync(input)).Code);
        await UpdateAsync(new() { Id = id, Active = true });
        Assert.Equal(VerificationCode.NotYetValid, (await VerifyAsync(input)).Code);
        service.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(VerificationCode.AddressRequired, (await VerifyAsync(input)).Code);
        Assert.Equal(VerificationCode.AddressNotAllowed, (await VerifyAsync(input with { IpAddress = Far })).Code);
        input = input with { IpAddress = "10.1.2.3" };
        var missing = await VerifyAsync(input);
        Assert.Equal((VerificationCode.MissingPermission, 1), (missing.Code, missing.Remaining));
        Assert.Equal(["AlertRead"], missing.MissingPermissions);
        await UpdateAsync(new() { Id = id, Permissions = new(["AlertRead"]) });
        Assert.Equal(VerificationCode.Valid, (await VerifyAsync(input)).Code);
        Assert.Equal(VerificationCode.RateLimited, (await VerifyAsync(input)).Code);
        service.Clock.Advance(TimeSpan.FromDays(9));
        Assert.Equal(VerificationCode.Expired, (await VerifyAsync(input)).Code);
        await service.Get<DeleteToken>().RunAsync(root, new(id), default);
        var revoked = await VerifyAsync(input);
        Assert.Equal((VerificationCode.Revoked, token.Id), (revoked.Code, revoked.Record!.TokenId));
    }

    [Fact]
    public async Task Without_the_permission_nothing_is_judged()
    {
        var regular = await service.CallerWithAsync(PermissionNames.OrganizationAPITokenRead, PermissionNames.OrganizationAPITokenModify);
        Assert.Equal(VerifyTokensStatus.AccessDenied, (await service.Get<VerifyTokens>().RunAsync(regular, new VerifyTokenInput { Value = "x" }, default)).Status);
        Assert.Equal(VerifyTokensStatus.AccessDenied, (await service.Get<VerifyTokens>().RunAsync(regular, [new() { Value = "x" }], default)).Status);
    }

    [Fact]
    public async Task A_cost_counts_against_the_token_and_zero_leaves_no_trace()
    {
        var (token, value) = await service.CreateAsync(new() { Name = "x", RateLimit = new(10, TimeSpan.FromMinutes(1)) });

        var asked = await VerifyAsync(new() { Value = value, Cost = 0, IpAddress = Far });
        Assert.Equal((VerificationCode.Valid, 10), (asked.Code, asked.Remaining));
        await service.Get<LastUsedWriter>().FlushAsync(default);
        Assert.Null((await ReadAsync(token.Id)).LastUsedAt);

        var used = await VerifyAsync(new() { Value = value, Cost = 7, IpAddress = Far });
        Assert.Equal((VerificationCode.Valid, 3, service.Clock.Now.AddSeconds(42)), (used.Code, used.Remaining, used.ResetsAt));
        var refused = await VerifyAsync(new() { Value = value, Cost = 4 });
        Assert.Equal((VerificationCode.RateLimited, 3), (refused.Code, refused.Remaining));
        Assert.Equal(VerificationCode.Valid, (await VerifyAsync(new() { Value = value, Cost = null })).Code);
        await service.Get<LastUsedWriter>().FlushAsync(default);
        Assert.Equal(service.Clock.Now, (await ReadAsync(token.Id)).LastUsedAt);
    }

    [Fact]
    public async Task A_refused_value_was_not_used()
    {
        var (token, value) = await service.CreateAsync(new() { Name = "x" });
        await VerifyAsync(new() { Value = value, Require = new() { Permission = "AlertRead" } });
        await service.Get<LastUsedWriter>().FlushAsync(default);
        Assert.Null((await ReadAsync(token.Id)).LastUsedAt);
    }

    [Fact]
    public async Task Nothing_is_written()
    {
        var (_, value) = await service.CreateAsync(new() { Name = "x" });
        var before = await AuditedAsync();
        await VerifyAsync(new() { Value = value });
        await VerifyAsync(new() { Value = "mistyped" });
        Assert.Equal(before, await AuditedAsync());
    }

    [Theory]
    [InlineData("10.0.0.300", 1, "input.ipAddress is no IP address")]
    [InlineData("010.0.0.1", 1, "input.ipAddress is no IP address")]
    [InlineData("", 1, "input.ipAddress is no IP address")]
    [InlineData(null, -1, "input.cost must lie between 0 and 1000000")]
    [InlineData(null, 1_000_001, "input.cost must lie between 0 and 1000000")]
    public async Task Input_that_the_rules_refuse_is_named(string? address, int cost, string fault)
    {
        var outcome = await service.Get<VerifyTokens>().RunAsync(asker, new VerifyTokenInput { Value = "x", IpAddress = address, Cost = cost }, default);
        Assert.Equal((VerifyTokensStatus.InvalidInput, fault), (outcome.Status, outcome.Faults.Single().ToString()));
    }

    [Fact]
    public async Task Many_are_answered_in_their_order_and_one_fault_refuses_them_all()
    {
        var (_, value) = await service.CreateAsync(new() { Name = "x", RateLimit = new(3, TimeSpan.FromMinutes(1)) });
        var verify = service.Get<VerifyTokens>();
        VerifyTokenInput good = new() { Value = value }, bad = new() { Value = value, Cost = -1 };

        Assert.Equal("inputs[1].cost must lie between 0 and 1000000", (await verify.RunAsync(asker, [good, bad], default)).Faults.Single().ToString());
        Assert.Equal("inputs are 101; at most 100 are allowed", (await verify.RunAsync(asker, [.. Enumerable.Repeat(good, 101)], default)).Faults.Single().ToString());
        Assert.Empty((await verify.RunAsync(asker, [], default)).Results);
        Assert.Equal(
            [VerificationCode.Valid, VerificationCode.Malformed, VerificationCode.Valid, VerificationCode.Valid, VerificationCode.RateLimited],
            (await verify.RunAsync(asker, [good, new() { Value = "?" }, good, good, good], default)).Results.Select(result => result.Code));
    }

    [Fact]
    public async Task A_value_of_a_tenant_out_of_sight_is_unknown_and_is_not_used()
    {
        var (token, value) = await service.CreateAsync(new() { Name = "theirs", RateLimit = new(5, TimeSpan.FromMinutes(1)) });
        var (above, below) = await MoveAsync(token.Id);

        foreach (var stranger in new[] { asker with { TenantId = Guid.CreateVersion7() }, asker with { TenantId = below } })
        {
            var found = await VerifyAsync(new() { Value = value }, stranger);
            Assert.Equal((VerificationCode.Unknown, null, null), (found.Code, found.Record, found.Remaining));
        }
        for (var i = 0; i < 2; i++)
            Assert.Equal((VerificationCode.Valid, 4 - i), await CodeAndRestAsync(value, asker with { TenantId = above }));
        Assert.Equal((VerificationCode.Valid, 2), await CodeAndRestAsync(value, asker));
    }

    private async Task<(VerificationCode, int)> CodeAndRestAsync(string value, Caller by) =>
        await VerifyAsync(new() { Value = value }, by) is var found ? (found.Code, found.Remaining!.Value) : default;

    private async Task<TokenVerification> VerifyAsync(VerifyTokenInput input, Caller? by = null)
    {
        var outcome = await service.Get<VerifyTokens>().RunAsync(by ?? asker, input, default);
        Assert.Equal(VerifyTokensStatus.Done, outcome.Status);
        return Assert.Single(outcome.Results);
    }

    private async Task UpdateAsync(UpdateTokenInput input) => Assert.Empty((await service.Get<UpdateToken>().RunAsync(root, input, default)).Refusals);

    private async Task<ApiToken> ReadAsync(Guid id)
    {
        await using var db = await service.OpenAsync();
        return await db.Tokens.AsNoTracking().SingleAsync(token => token.Id == id);
    }

    private async Task<int> AuditedAsync()
    {
        await using var db = await service.OpenAsync();
        return await db.AuditEvents.CountAsync();
    }

    /// <summary>The token into a tenant between two others, both below the root.</summary>
    private async Task<(Guid Above, Guid Below)> MoveAsync(Guid tokenId)
    {
        var tenants = new[] { Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7() };
        await service.Get<StoreWriter>().WriteAsync(async (scope, stop) =>
        {
            for (var i = 0; i < tenants.Length; i++)
            {
                scope.Db.Add(new Tenant { Id = tenants[i], ParentId = i == 0 ? root.TenantId : tenants[i - 1], Name = $"t{i}", CreatedAt = service.Clock.Now });
                scope.Db.Add(new TenantAncestry(root.TenantId, tenants[i], i + 1));
                for (var j = 0; j <= i; j++)
                    scope.Db.Add(new TenantAncestry(tenants[j], tenants[i], i - j));
            }
            await scope.Db.SaveChangesAsync(stop);
            return await scope.Db.Tokens.Where(token => token.Id == tokenId).ExecuteUpdateAsync(set => set.SetProperty(token => token.TenantId, tenants[1]), stop);
        }, default);
        service.Get<KeyRecordCache>().DropAll();
        return (tenants[0], tenants[2]);
    }
}
