using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.AccessTokens;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Tests.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQLTokens.Service.Tests.Operations.AccessTokens;

public sealed class CreateAccessTokenTests : IAsyncLifetime
{
    private TestService service = null!;

    public async Task InitializeAsync() => service = await TestService.StartAsync();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task Lasts_ten_minutes_and_may_what_its_token_may()
    {
        var caller = await service.CallerWithAsync("AlertRead", "RuleRead");

        var made = (await IssueAsync(caller, new())).Token!;

        Assert.Equal(TimeSpan.FromMinutes(10), made.Lifetime);
        Assert.Equal(["AlertRead", "RuleRead"], made.Permissions.Listed.AsEnumerable());
        Assert.Equal("https://tokens.example.com", made.Audience);
    }

    [Fact]
    public async Task Is_narrowed_on_request_in_rights_time_and_audience()
    {
        var caller = await service.CallerWithAsync("AlertRead", "RuleRead");

        var made = (await IssueAsync(caller, new() { Permissions = ["RuleRead"], Lifetime = TimeSpan.FromSeconds(90), Audience = "https://api.example.com" })).Token!;

        Assert.Equal(["RuleRead"], made.Permissions.Listed.AsEnumerable());
        Assert.Equal(TimeSpan.FromSeconds(90), made.Lifetime);
        Assert.Equal("https://api.example.com", made.Audience);
    }

    [Fact]
    public async Task Never_lasts_beyond_its_token()
    {
        var (_, value) = await service.CreateAsync(new() { Name = "x", Expiry = new() { After = TimeSpan.FromSeconds(100.7) } });

        var made = (await IssueAsync(await service.CallerAsync(value), new() { Lifetime = TimeSpan.FromHours(1) })).Token!;

        // The clock shows 9.123 s: the end is at 109.823 s, which a JWT says as 109.
        Assert.Equal(TimeSpan.FromSeconds(100), made.Lifetime);
    }

    [Fact]
    public async Task Never_lasts_beyond_a_value_that_is_being_replaced()
    {
        var (token, value) = await service.CreateAsync(new() { Name = "x" });
        await service.Get<RotateToken>().RunAsync(await service.RootAsync(), new(token.Id.ToString()) { Overlap = TimeSpan.FromSeconds(50) }, default);

        var made = (await IssueAsync(await service.CallerAsync(value), new())).Token!;
        Assert.Equal(TimeSpan.FromSeconds(50), made.Lifetime);
    }

    [Fact]
    public async Task A_token_in_its_last_second_issues_none()
    {
        var (_, value) = await service.CreateAsync(new() { Name = "x", Expiry = new() { After = TimeSpan.FromMilliseconds(800) } });

        Assert.Equal(CreateAccessTokenStatus.CallerChanged, (await RunAsync(await service.CallerAsync(value), new())).Status);
    }

    [Fact]
    public async Task An_access_token_issues_none_that_is_wider_or_longer()
    {
        var token = await service.CallerWithAsync("AlertRead", "RuleRead");
        var view = await service.CallerAsync(await service.AccessTokenAsync(token, new() { Permissions = ["AlertRead"], Lifetime = TimeSpan.FromMinutes(5) }));
        service.Clock.Advance(TimeSpan.FromMinutes(2));

        var made = (await IssueAsync(view, new() { Lifetime = TimeSpan.FromHours(2) })).Token!;
        Assert.Equal(["AlertRead"], made.Permissions.Listed.AsEnumerable());
        Assert.Equal(view.AccessToken!.EndsAt, made.EndsAt);
        Assert.Equal([view.AccessToken.Id], made.IssuedFrom.AsEnumerable());

        var wider = await RunAsync(view, new() { Permissions = ["AlertRead", "RuleRead"] });
        Assert.Equal(CreateAccessTokenStatus.AboveOwnRights, wider.Status);
        Assert.Contains("RuleRead", Assert.Single(wider.Faults).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_of_exchanges_has_an_end()
    {
        var caller = await service.CallerWithAsync("AlertRead");
        for (var i = 0; i <= AccessToken.MaxIssuedFrom; i++)
            caller = await service.CallerAsync(await service.AccessTokenAsync(caller));

        Assert.Equal(CreateAccessTokenStatus.InvalidInput, (await RunAsync(caller, new())).Status);
    }

    public static TheoryData<string, string?, string[]?, double?> Faults => new()
    {
        { "input.permissions[1]", null, ["AlertRead", "Nonsense"], null },
        { "input.lifetime", null, null, 0.9 },
        { "input.lifetime", null, null, -5 },
        { "input.lifetime", null, null, 86401 },
        { "input.audience", "", null, null },
        { "input.audience", "with space", null, null },
        { "input.audience", "ümlaut", null, null },
        { "input.audience", new string('a', 257), null, null },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Faulty_requests_are_refused(string field, string? audience, string[]? permissions, double? seconds)
    {
        var outcome = await RunAsync(await service.CallerWithAsync("AlertRead"), new()
        {
            Audience = audience,
            Permissions = permissions,
            Lifetime = seconds is null ? null : TimeSpan.FromSeconds(seconds.Value),
        });

        Assert.Equal(CreateAccessTokenStatus.InvalidInput, outcome.Status);
        Assert.Equal(field, Assert.Single(outcome.Faults).Field);
    }

    [Fact]
    public async Task Nothing_is_signed_while_the_public_URL_is_unknown()
    {
        var caller = await service.RootAsync();
        ((TestIssuer)service.Get<IIssuer>()).Url = null;

        Assert.Equal(CreateAccessTokenStatus.IssuerUnknown, (await RunAsync(caller, new())).Status);
    }

    [Fact]
    public async Task More_permissions_than_a_header_holds_are_refused()
    {
        var many = Enumerable.Range(0, 300).Select(i => new Permission($"AddedPermission{i:000}", "Added")).ToArray();
        await using var other = await TestService.StartAsync(configure: services => services.AddSingleton(new PermissionCatalog(many)));

        var outcome = await other.Get<CreateAccessToken>().RunAsync(await other.RootAsync(), new(), default);
        Assert.Equal("input.permissions", Assert.Single(outcome.Faults).Field);
        Assert.True((await other.AccessTokenAsync(await other.RootAsync(), new() { Permissions = ["AddedPermission007"] })).Length < AccessToken.MaxLength);
    }

    [Fact]
    public async Task Each_is_in_the_audit_log_by_its_id_and_so_is_who_asked()
    {
        var caller = await service.CallerWithAsync("AlertRead");
        var first = (await IssueAsync(caller, new() { Audience = "https://api.example.com" })).Token!;
        var view = await service.CallerAsync(await service.AccessTokenAsync(caller));
        await RunAsync(view, new() { Permissions = ["UserModify"] });

        await using var db = await service.OpenAsync();
        var events = await db.AuditEvents.Where(row => row.ActionName == "CREATE_ACCESS_TOKEN").OrderBy(row => row.Sequence).ToListAsync();
        Assert.Equal([AuditResult.Succeeded, AuditResult.Succeeded, AuditResult.Failed], events.Select(row => row.Result));
        Assert.Contains(EntityId.Format(first.Id), events[0].Params, StringComparison.Ordinal);
        Assert.Contains("https://api.example.com", events[0].Params, StringComparison.Ordinal);
        Assert.Null(events[0].ActorAttributes);
        Assert.Contains(EntityId.Format(view.AccessToken!.Id), events[2].ActorAttributes, StringComparison.Ordinal);
        Assert.All(events, row => Assert.DoesNotContain("eyJ", row.Params, StringComparison.Ordinal));
    }

    private Task<CreateAccessTokenOutcome> RunAsync(Caller caller, AccessTokenRequest request) => service.Get<CreateAccessToken>().RunAsync(caller, request, default);

    private async Task<CreateAccessTokenOutcome> IssueAsync(Caller caller, AccessTokenRequest request)
    {
        var outcome = await RunAsync(caller, request);
        Assert.Equal(CreateAccessTokenStatus.Done, outcome.Status);
        return outcome;
    }
}
