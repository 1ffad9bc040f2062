using System.Net;
using GraphQLTokens.Service.Access;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Persistence.Keys;
using GraphQLTokens.Service.Persistence.Writing;
using GraphQLTokens.Service.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Tests.Access;

/// <summary>An access token is a narrower view of its token: it ends with it, at once, and never does more.</summary>
public sealed class AccessTokenVerdictTests : IAsyncLifetime
{
    private readonly Dictionary<Guid, string> values = [];
    private TestService service = null!;
    private Caller root = null!;

    public async Task InitializeAsync()
    {
        service = await TestService.StartAsync();
        root = await service.RootAsync();
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task The_caller_is_the_token_with_the_narrower_rights()
    {
        var (token, jwt) = await IssueAsync(new() { Permissions = ["AlertRead"] });

        var caller = await service.CallerAsync(jwt);

        Assert.Equal(token.Id, caller.TokenId);
        Assert.Equal(["AlertRead"], caller.Permissions.Listed.AsEnumerable());
        Assert.Equal(token.EndsAt, caller.EndsAt);
        Assert.NotNull(caller.AccessToken);
    }

    public static TheoryData<string, string> Endings => new()
    {
        { "rotate", "Retired" },
        { "delete", "Revoked" },
        { "disable", "Inactive" },
        { "narrow", "Revoked" },
        { "revoke", "Revoked" },
        { "postpone", "NotYetValid" },
        { "shorten", "Expired" },
        { "expire", "Expired" },
        { "move", "AddressNotAllowed" },
        { "tenant", "TenantDisabled" },
    };

    /// <summary>Twice: a JWT that was verified before is in memory, and its token is looked at all the same.</summary>
    [Theory]
    [MemberData(nameof(Endings))]
    public async Task Ends_with_its_token_at_once(string ending, string code)
    {
        var (token, jwt) = await IssueAsync();
        Assert.Equal(VerificationCode.Valid, (await service.JudgeAsync(jwt)).Code);

        await EndAsync(ending, token, jwt);

        Assert.Equal(code, (await service.JudgeAsync(jwt)).Code.ToString());
    }

    [Fact]
    public async Task Losing_what_it_never_had_does_not_end_it()
    {
        var (token, jwt) = await IssueAsync(new() { Permissions = ["AlertRead"] });

        await UpdateAsync(new() { Id = Id(token), Permissions = new(["AlertRead"]), Name = "renamed" });

        Assert.Equal(VerificationCode.Valid, (await service.JudgeAsync(jwt)).Code);
    }

    [Fact]
    public async Task Getting_back_what_it_lost_revives_it_and_a_new_value_does_not()
    {
        var (token, jwt) = await IssueAsync();
        await UpdateAsync(new() { Id = Id(token), Permissions = new(["AlertRead"]) });
        await UpdateAsync(new() { Id = Id(token), Permissions = new(["AlertRead", "RuleRead", "OwnAPITokenModify"]) });
        Assert.Equal(VerificationCode.Valid, (await service.JudgeAsync(jwt)).Code);

        for (var i = 0; i <= StoredValue.MaxFormer + 1; i++)
            await service.Get<RotateToken>().RunAsync(root, new(Id(token)), default);
        Assert.Equal(VerificationCode.Retired, (await service.JudgeAsync(jwt)).Code);
    }

    [Fact]
    public async Task Addresses_are_judged_at_each_use()
    {
        var (_, value) = await service.CreateAsync(new() { Name = "x", AllowedCIDRBlocks = ["10.0.0.0/8"] });
        var jwt = await service.AccessTokenAsync(await service.CallerAsync(value, IPAddress.Parse("10.0.0.1")));

        Assert.Equal(VerificationCode.Valid, (await service.JudgeAsync(jwt, IPAddress.Parse("10.9.9.9"))).Code);
        Assert.Equal(VerificationCode.AddressNotAllowed, (await service.JudgeAsync(jwt, IPAddress.Parse("11.0.0.1"))).Code);
        Assert.Equal(VerificationCode.AddressRequired, (await service.Get<Authenticator>().JudgeAsync(jwt, null, default)).Code);
    }

    [Fact]
    public async Task Faults_are_told_in_their_order()
    {
        var (token, jwt) = await IssueAsync();
        service.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(VerificationCode.Expired, (await service.JudgeAsync(jwt)).Code);
        await UpdateAsync(new() { Id = Id(token), AllowedCIDRBlocks = new(["10.0.0.0/8"]) });
        Assert.Equal(VerificationCode.Expired, (await service.JudgeAsync(jwt)).Code);
        await UpdateAsync(new() { Id = Id(token), Active = false });
        Assert.Equal(VerificationCode.Inactive, (await service.JudgeAsync(jwt)).Code);
        await UpdateAsync(new() { Id = Id(token), Permissions = new([]) });
        Assert.Equal(VerificationCode.Revoked, (await service.JudgeAsync(jwt)).Code);
        await service.Get<RotateToken>().RunAsync(root, new(Id(token)), default);
        Assert.Equal(VerificationCode.Retired, (await service.JudgeAsync(jwt)).Code);
    }

    [Fact]
    public async Task One_for_another_audience_is_good_for_askers_and_not_at_the_door()
    {
        var (_, jwt) = await IssueAsync(new() { Audience = "https://api.example.com" });

        Assert.Equal(VerificationCode.Unknown, (await service.JudgeAsync(jwt)).Code);
        Assert.Equal(VerificationCode.Valid, (await service.Get<Authenticator>().JudgeForAudienceAsync(jwt, TestService.Address, default)).Code);
    }

    [Fact]
    public async Task To_revoke_one_ends_those_that_were_issued_from_it_and_no_other()
    {
        var (token, jwt) = await IssueAsync();
        var below = await service.AccessTokenAsync(await service.CallerAsync(await service.AccessTokenAsync(await service.CallerAsync(jwt))));
        var beside = await service.AccessTokenAsync(await service.CallerAsync(ValueOf(token)));

        await EndAsync("revoke", token, jwt);

        Assert.Equal(VerificationCode.Revoked, (await service.JudgeAsync(jwt)).Code);
        Assert.Equal(VerificationCode.Revoked, (await service.JudgeAsync(below)).Code);
        Assert.Equal(VerificationCode.Valid, (await service.JudgeAsync(beside)).Code);
    }

    [Fact]
    public async Task Never_rotates_its_own_token_whatever_it_may()
    {
        var caller = await service.CallerAsync(await service.AccessTokenAsync(root));
        foreach (var id in new[] { null, "self", Id(caller.TokenId) })
            Assert.Equal(RotateTokenStatus.NotByAccessToken, (await service.Get<RotateToken>().RunAsync(caller, new(id), default)).Status);
        await service.RootAsync();
    }

    [Fact]
    public async Task Lives_through_an_overlap_with_the_value_that_it_was_issued_to_and_ends_none()
    {
        var (token, jwt) = await IssueAsync();
        var rotate = new RotateTokenInput(Id(token)) { Overlap = TimeSpan.FromMinutes(5) };
        Assert.Equal(RotateTokenStatus.Done, (await service.Get<RotateToken>().RunAsync(root, rotate, default)).Status);
        var caller = await service.CallerAsync(jwt);
        foreach (var keep in new[] { RotationSide.New, RotationSide.Previous })
            Assert.Equal(CancelRotationStatus.NotByAccessToken, (await service.Get<CancelRotation>().RunAsync(caller, new(null, keep), default)).Status);

        service.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(VerificationCode.Retired, (await service.JudgeAsync(jwt)).Code);
    }

    [Fact]
    public async Task What_it_makes_is_within_its_own_rights_and_its_tokens_time()
    {
        var (token, jwt) = await IssueAsync(new() { Permissions = ["AlertRead", "OwnAPITokenModify"] });
        var caller = await service.CallerAsync(jwt);
        var create = service.Get<CreateToken>();

        Assert.Equal(CreateTokenStatus.AboveOwnRights, (await create.RunAsync(caller, new() { Name = "x", Permissions = ["RuleRead"], Expiry = new() { At = token.EndsAt } }, default)).Status);
        Assert.Equal(CreateTokenStatus.AboveOwnRights, (await create.RunAsync(caller, new() { Name = "x", Expiry = new() { At = token.EndsAt.AddMilliseconds(1) } }, default)).Status);
        Assert.Equal(CreateTokenStatus.Done, (await create.RunAsync(caller, new() { Name = "x", Permissions = ["AlertRead"], Expiry = new() { At = token.EndsAt } }, default)).Status);
    }

    [Theory]
    [InlineData("expire")]
    [InlineData("revoke")]
    [InlineData("narrow")]
    public async Task A_write_that_waited_does_not_run_for_one_that_has_ended_meanwhile(string ending)
    {
        var (token, jwt) = await IssueAsync();
        var late = await service.CallerAsync(jwt);
        await EndAsync(ending, token, jwt);

        Assert.Equal(CreateTokenStatus.CallerChanged, (await service.Get<CreateToken>().RunAsync(late, new() { Name = "late" }, default)).Status);
    }

    [Theory]
    [InlineData("rotate", "UNAUTHENTICATED")]
    [InlineData("delete", "TOKEN_REVOKED")]
    [InlineData("disable", "TOKEN_INACTIVE")]
    [InlineData("narrow", "TOKEN_REVOKED")]
    [InlineData("revoke", "TOKEN_REVOKED")]
    [InlineData("expire", "TOKEN_EXPIRED")]
    public async Task A_live_answer_ends_with_it(string ending, string code)
    {
        var (token, jwt) = await IssueAsync();
        var watched = service.Get<CallerWatch>().WhenEndsAsync(await service.CallerAsync(jwt), jwt, default);
        Assert.False(watched.IsCompleted);

        await EndAsync(ending, token, jwt);

        Assert.Equal(code, (await watched).Code);
    }

    [Fact]
    public async Task A_use_of_it_is_a_use_of_its_token()
    {
        var (token, jwt) = await IssueAsync();
        service.Clock.Advance(TimeSpan.FromMinutes(3));
        await service.JudgeAsync(jwt);
        await service.Get<Service.Persistence.LastUsedWriter>().FlushAsync(default);

        await using var db = await service.OpenAsync();
        Assert.Equal(service.Clock.Now, (await db.Tokens.SingleAsync(row => row.Id == token.Id)).LastUsedAt);
    }

    private async Task<(ApiToken Token, string Jwt)> IssueAsync(Service.Operations.AccessTokens.AccessTokenRequest? request = null)
    {
        var (token, value) = await service.CreateAsync(new()
        {
            Name = "subject",
            Permissions = ["AlertRead", "RuleRead", "OwnAPITokenModify"],
            Expiry = new() { After = TimeSpan.FromHours(1) },
        });
        values[token.Id] = value;
        return (token, await service.AccessTokenAsync(await service.CallerAsync(value), request));
    }

    private string ValueOf(ApiToken token) => values[token.Id];

    private async Task EndAsync(string ending, ApiToken token, string jwt)
    {
        switch (ending)
        {
            case "rotate":
                await service.Get<RotateToken>().RunAsync(root, new(Id(token)), default);
                break;
            case "delete":
                await service.Get<DeleteToken>().RunAsync(root, new(Id(token)), default);
                break;
            case "disable":
                await UpdateAsync(new() { Id = Id(token), Active = false });
                break;
            case "narrow":
                await UpdateAsync(new() { Id = Id(token), Permissions = new(["AlertRead"]) });
                break;
            case "postpone":
                await UpdateAsync(new() { Id = Id(token), NotBefore = service.Clock.Now.AddMinutes(1) });
                break;
            case "shorten":
                await UpdateAsync(new() { Id = Id(token), Expiry = new(new() { After = TimeSpan.FromSeconds(1) }) });
                service.Clock.Advance(TimeSpan.FromSeconds(2));
                break;
            case "move":
                await UpdateAsync(new() { Id = Id(token), AllowedCIDRBlocks = new(["10.0.0.0/8"]) });
                break;
            case "tenant":
                await service.Get<StoreWriter>().WriteAsync(async (scope, stop) => (await scope.Db.Tenants.SingleAsync(stop)).Enabled = false, default);
                service.Get<KeyRecordCache>().DropAll();
                break;
            case "revoke":
                await RevokeAsync(token, jwt);
                break;
            default:
                service.Clock.Advance(TimeSpan.FromMinutes(11));
                break;
        }
    }

    private Task<int> RevokeAsync(ApiToken token, string jwt) => service.Get<StoreWriter>().WriteAsync((scope, _) =>
    {
        scope.Db.Add(new RevokedAccessToken
        {
            TokenId = token.Id,
            Id = Guid.Parse((string)Operations.AccessTokens.JwtForge.PayloadOf(jwt)["jti"]!),
            EndsAt = service.Clock.Now.AddMinutes(10),
        });
        scope.Announce(null, token.Id, token.TenantId);
        return Task.FromResult(0);
    }, default);

    private async Task UpdateAsync(UpdateTokenInput input) =>
        Assert.Equal(UpdateTokenStatus.Done, (await service.Get<UpdateToken>().RunAsync(root, input, default)).Status);

    private static string Id(ApiToken token) => Id(token.Id);

    private static string Id(Guid id) => EntityId.Format(id);
}
