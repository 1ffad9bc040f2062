using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GraphQLTokens.Service.Tests.EndToEnd;
using GraphQLTokens.Service.Tests.OAuth;
using GraphQLTokens.Service.Tests.Operations.AccessTokens;
using GraphQLTokens.Service.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Tests.Rest.ForwardAuth;

/// <summary>The access token that a gateway has made for the service behind it.</summary>
public sealed class ForwardAuthAccessTokenTests : IAsyncLifetime
{
    private const string Header = "X-Auth-Access-Token";
    private const string Orders = "/auth/forward?audience=https%3A%2F%2Forders.example";
    private readonly TestClock clock = new();
    private ServiceApplication service = null!;
    private Gateway gateway = null!;
    private ServiceCaller caller = null!;
    private string id = "";

    public async Task InitializeAsync()
    {
        service = await ServiceApplication.StartAsync(clock: clock);
        gateway = new Gateway(service.Url);
        (id, caller) = await service.Root.CreateTokenAsync("build server", "RuleRead", "AlertRead");
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task The_service_behind_verifies_it_by_the_key_set_alone()
    {
        var answer = await gateway.AskAsync(Orders + "&permission=AlertRead", caller.Key);
        var jwt = answer[Header];

        await AssertSignedAsync(jwt);
        var claims = JwtForge.PayloadOf(jwt);
        Assert.Equal(("https://orders.example", id, answer["X-Auth-Tenant-Id"]), ((string)claims["aud"]!, (string)claims["sub"]!, (string)claims["tenant"]!));
        // All that the caller may, and not only what the gateway asked about: the same as in the header beside.
        Assert.Equal(answer["X-Auth-Permissions"], string.Join(' ', claims["permissions"]!.AsArray().Select(name => (string)name!)));
        Assert.Equal(300, (long)claims["exp"]! - (long)claims["iat"]!);
        Assert.Equal(("no-store", 204), (answer["Cache-Control"], answer.Status));
    }

    [Fact]
    public async Task Without_an_audience_there_is_none_and_nothing_is_written()
    {
        Assert.Equal("-", (await gateway.AskAsync("/auth/forward", caller.Key, "GET", "X-Auth-Access-Token: lie", "audience: orders"))[Header]);
        Assert.Equal("-", (await gateway.AskAsync("/auth/forward;permission=AlertRead/orders?audience=orders", caller.Key))[Header]);
        Assert.Equal(0, await IssuedAsync());
    }

    [Theory]
    [InlineData("/auth/forward?audience=orders", 204)]
    [InlineData("/auth/forward/any/path?audience=orders", 204)]
    [InlineData("/auth/forward;audience=orders;allow=200/path?audience=other", 200)]
    public async Task Every_form_of_the_rules_may_ask_for_it(string target, int status)
    {
        var answer = await gateway.AskAsync(target, caller.Key);
        Assert.Equal(status, answer.Status);
        Assert.Equal("orders", (string)JwtForge.PayloadOf(answer[Header])["aud"]!);
    }

    [Theory]
    [InlineData("/auth/forward?audience=orders", "hunter2", 401)]
    [InlineData("/auth/forward?audience=orders", null, 401)]
    [InlineData("/auth/forward?audience=orders&permission=UserRead", "", 403)]
    [InlineData("/auth/forward?audience=", "", 400)]
    [InlineData("/auth/forward?audience=orders&audience=orders", "", 400)]
    public async Task Who_is_refused_gets_none_and_none_is_issued(string target, string? key, int status)
    {
        var answer = await gateway.AskAsync(target, key is "" ? caller.Key : key);
        Assert.Equal((status, "(absent)"), (answer.Status, answer[Header]));
        Assert.Equal(0, await IssuedAsync());
    }

    [Fact]
    public async Task The_same_one_is_handed_out_until_half_of_its_time_is_left_and_issued_once()
    {
        var together = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => gateway.AskAsync(Orders, caller.Key)));
        var first = Assert.Single(together.Select(answer => answer[Header]).Distinct());
        clock.Advance(TimeSpan.FromSeconds(149));
        Assert.Equal(first, (await gateway.AskAsync(Orders, caller.Key))[Header]);
        Assert.Equal(1, await IssuedAsync());
        clock.Advance(TimeSpan.FromSeconds(2));
        var second = (await gateway.AskAsync(Orders, caller.Key))[Header];
        Assert.NotEqual(first, second);
        Assert.Equal(second, (await gateway.AskAsync(Orders, caller.Key))[Header]);
        Assert.Equal(2, await IssuedAsync());
    }

    [Fact]
    public async Task Each_token_and_each_audience_has_its_own()
    {
        var (_, other) = await service.Root.CreateTokenAsync("other", "AlertRead");
        var all = new[]
        {
            await gateway.AskAsync(Orders, caller.Key), await gateway.AskAsync("/auth/forward?audience=invoices", caller.Key), await gateway.AskAsync(Orders, other.Key),
        };
        Assert.Equal(3, all.Select(answer => answer[Header]).Distinct().Count());
    }

    [Fact]
    public async Task A_deleted_a_disabled_and_a_rotated_token_hand_out_none()
    {
        await gateway.AskAsync(Orders, caller.Key);
        await UpdateAsync(new { id, active = false });
        Assert.Equal((401, "(absent)"), await RefusalAsync(caller.Key));
        await UpdateAsync(new { id, active = true });
        var before = (await gateway.AskAsync(Orders, caller.Key))[Header];
        var value = await RotateAsync("PT0S");
        Assert.Equal((401, "(absent)"), await RefusalAsync(caller.Key));
        var after = (await gateway.AskAsync(Orders, value))[Header];
        Assert.NotEqual(before, after);
        Assert.Equal(2, (int)JwtForge.PayloadOf(after)["value_generation"]!);
        _ = (await service.Root.AskAsync("mutation ($id: ID!) { deleteAPIToken(input: { id: $id }) { id } }", new { id })).Data;
        Assert.Equal((401, "(absent)"), await RefusalAsync(value));
    }

    [Theory]
    [InlineData("RuleRead")]
    [InlineData("RuleRead AlertRead UserRead")]
    public async Task Other_permissions_make_another_one(string permissions)
    {
        var before = (await gateway.AskAsync(Orders, caller.Key))[Header];
        await UpdateAsync(new { id, permissions = permissions.Split(' ') });
        var answer = await gateway.AskAsync(Orders, caller.Key);
        Assert.NotEqual(before, answer[Header]);
        Assert.Equal(permissions.Split(' ').Order(), JwtForge.PayloadOf(answer[Header])["permissions"]!.AsArray().Select(name => (string)name!).Order());
    }

    [Fact]
    public async Task An_end_that_moves_nearer_makes_another_one_and_no_end_is_passed()
    {
        var before = (await gateway.AskAsync(Orders, caller.Key))[Header];
        await UpdateAsync(new { id, expiry = new { after = "PT40S" } });
        var near = (await gateway.AskAsync(Orders, caller.Key))[Header];
        Assert.NotEqual(before, near);
        Assert.Equal(40, EndOf(near) - clock.Now.ToUnixTimeSeconds());
        // Another one would end no later: it stays to its last second.
        clock.Advance(TimeSpan.FromSeconds(39));
        Assert.Equal(near, (await gateway.AskAsync(Orders, caller.Key))[Header]);
    }

    [Fact]
    public async Task A_value_that_is_being_replaced_hands_out_none_that_outlives_it()
    {
        await gateway.AskAsync(Orders, caller.Key);
        await RotateAsync("PT1M");
        Assert.Equal(60, EndOf((await gateway.AskAsync(Orders, caller.Key))[Header]) - clock.Now.ToUnixTimeSeconds());
    }

    [Fact]
    public async Task One_that_was_revoked_is_not_handed_out_again()
    {
        var before = (await gateway.AskAsync(Orders, caller.Key))[Header];
        var revoked = await service.Caller(null).FormAsync("/oauth/revoke", ("token", before), ("client_id", id), ("client_secret", caller.Key!));
        Assert.Equal(HttpStatusCode.OK, revoked.Status);
        Assert.NotEqual(before, (await gateway.AskAsync(Orders, caller.Key))[Header]);
    }

    [Fact]
    public async Task By_an_access_token_it_is_no_wider_and_ends_no_later()
    {
        var narrow = await AccessTokenAsync("{ permissions: [AlertRead], lifetime: \"PT60S\" }");
        var forwarded = (await gateway.AskAsync(Orders, narrow))[Header];
        var claims = JwtForge.PayloadOf(forwarded);
        Assert.Equal(["AlertRead"], claims["permissions"]!.AsArray().Select(name => (string)name!));
        Assert.Equal(EndOf(narrow), EndOf(forwarded));
        Assert.Equal([(string)JwtForge.PayloadOf(narrow)["jti"]!], claims["issued_from"]!.AsArray().Select(name => (string)name!));
        // What the token itself has been given is not what its narrower view gets, nor the other way about.
        var own = (await gateway.AskAsync(Orders, caller.Key))[Header];
        Assert.Equal(2, JwtForge.PayloadOf(own)["permissions"]!.AsArray().Count);
        Assert.Equal(forwarded, (await gateway.AskAsync(Orders, narrow))[Header]);
    }

    [Fact]
    public async Task By_an_access_token_it_ends_with_that_one_however_wide_it_is()
    {
        var own = (await gateway.AskAsync(Orders, caller.Key))[Header];
        var wide = await AccessTokenAsync("{ lifetime: \"PT1H\" }");
        var forwarded = (await gateway.AskAsync(Orders, wide))[Header];
        Assert.NotEqual(own, forwarded);
        Assert.Equal([(string)JwtForge.PayloadOf(wide)["jti"]!], JwtForge.PayloadOf(forwarded)["issued_from"]!.AsArray().Select(name => (string)name!));
    }

    [Fact]
    public async Task It_is_no_credential_here_nor_where_it_was_not_made_for()
    {
        var forwarded = (await gateway.AskAsync(Orders, caller.Key))[Header];
        Assert.Equal(401, (await gateway.AskAsync(Orders, forwarded)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await service.Caller(forwarded).AskAsync("{ viewer { address } }")).Status);
    }

    [Fact]
    public async Task After_eight_exchanges_there_is_no_other_and_the_request_does_not_pass()
    {
        var key = caller.Key!;
        for (var i = 0; i < 9; i++)
            key = (await service.Caller(key).SendAsync(new HttpRequestMessage(HttpMethod.Post, "/access_token"))).AccessToken();
        var answer = await gateway.AskAsync(Orders, key);
        Assert.Equal((403, "INVALID_INPUT", "403"), (answer.Status, answer.Reason, answer["X-Auth-Status"]));
        Assert.Equal("(absent)", answer[Header]);
        Assert.Equal(204, (await gateway.AskAsync("/auth/forward", key)).Status);
    }

    [Fact]
    public async Task Its_audit_event_says_for_whom_and_holds_no_secret()
    {
        var jwt = (await gateway.AskAsync(Orders, caller.Key))[Header];
        await using var db = await service.OpenStoreAsync();
        var row = await db.AuditEvents.SingleAsync(row => row.ActionName == "CREATE_ACCESS_TOKEN");
        Assert.Equal((Guid.Parse(id), null), (row.ActorId, row.Errors));
        Assert.Contains("https://orders.example", JsonSerializer.Serialize(row), StringComparison.Ordinal);
        SecretWatch.AssertAbsent(JsonSerializer.Serialize(row), jwt);
        SecretWatch.AssertAbsent(service.Log.Text, jwt);
    }

    [Fact]
    public async Task What_is_remembered_has_a_bound_and_what_is_forgotten_is_issued_anew()
    {
        await using var small = await ServiceApplication.StartAsync(new() { ["AccessTokens:ForwardedRemembered"] = "4" });
        var asked = new Gateway(small.Url);
        var first = (await asked.AskAsync("/auth/forward?audience=first", small.Root.Key))[Header];
        for (var i = 0; i < 8; i++)
            await asked.AskAsync($"/auth/forward?audience=a{i}", small.Root.Key);
        Assert.NotEqual(first, (await asked.AskAsync("/auth/forward?audience=first", small.Root.Key))[Header]);
    }

    [Fact]
    public async Task A_service_that_cannot_sign_lets_nobody_pass_and_says_why()
    {
        await using var anywhere = await ServiceApplication.StartAsync(new() { ["urls"] = "http://0.0.0.0:0" });
        var url = anywhere.Url.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal);
        var answer = await new Gateway(url).AskAsync(Orders, anywhere.Root.Key);
        Assert.Equal((400, "FORWARD_AUTH_MISCONFIGURED", "(absent)"), (answer.Status, answer.Reason, answer[Header]));
        Assert.Contains("Service:PublicUrl", answer.Body, StringComparison.Ordinal);
        Assert.Equal(403, (await new Gateway(url).AskAsync(Orders + "&deny=403", anywhere.Root.Key)).Status);
    }

    private async Task AssertSignedAsync(string jwt)
    {
        var set = await service.Caller(null).RestAsync(HttpMethod.Get, "/.well-known/jwks.json");
        var key = set.Json.GetProperty("keys").EnumerateArray().Single(one => one.GetProperty("kid").GetString() == (string)JwtForge.HeaderOf(jwt)["kid"]!);
        using var verifier = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = JwtForge.FromBase64Url(key.GetProperty("x").GetString()!), Y = JwtForge.FromBase64Url(key.GetProperty("y").GetString()!) },
        });
        var parts = jwt.Split('.');
        Assert.True(verifier.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), JwtForge.FromBase64Url(parts[2]), HashAlgorithmName.SHA256));
    }

    private static long EndOf(string jwt) => (long)JwtForge.PayloadOf(jwt)["exp"]!;

    private async Task<(int, string)> RefusalAsync(string? key) => await gateway.AskAsync(Orders, key) is var answer ? (answer.Status, answer[Header]) : default;

    private async Task UpdateAsync(object input) =>
        _ = (await service.Root.AskAsync("mutation ($input: UpdateAPITokenInput!) { updateAPIToken(input: $input) { token { id } } }", new { input })).Data;

    private async Task<string> RotateAsync(string overlap) =>
        (await service.Root.AskAsync("mutation ($id: ID!, $overlap: Duration) { rotateAPIToken(input: { id: $id, overlap: $overlap }) { token { value } } }", new { id, overlap }))
            .Data.GetProperty("rotateAPIToken").GetProperty("token").GetProperty("value").GetString()!;

    private async Task<string> AccessTokenAsync(string input) =>
        (await caller.AskAsync($"mutation {{ createAccessToken(input: {input}) {{ accessToken }} }}")).Data.GetProperty("createAccessToken").GetProperty("accessToken").GetString()!;

    private async Task<int> IssuedAsync()
    {
        await using var db = await service.OpenStoreAsync();
        return await db.AuditEvents.CountAsync(row => row.ActionName == "CREATE_ACCESS_TOKEN");
    }
}
