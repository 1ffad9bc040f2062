using System.Net;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Tests.EndToEnd;
using GraphQLTokens.Service.Tests.Operations.AccessTokens;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Tests.OAuth;

/// <summary>RFC 7662.</summary>
public sealed class IntrospectionTests(SharedService shared) : IClassFixture<SharedService>, IAsyncLifetime
{
    private const string Path = "/oauth/introspect";
    private ServiceCaller nobody = null!;
    private ServiceCaller asker = null!;
    private string askerId = "";
    private ServiceCaller subject = null!;
    private string id = "";

    public async Task InitializeAsync()
    {
        nobody = shared.Service.Caller(null);
        (askerId, asker) = await shared.Root.CreateTokenAsync("asker", "OrganizationAPITokenVerify");
        (id, subject) = await shared.Root.CreateTokenAsync("subject", "AlertRead", "RuleRead");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Tells_of_a_value_what_it_may_do()
    {
        var answer = await asker.FormAsync(Path, ("token", subject.Key!));

        Assert.Equal("no-store", answer.CacheControl);
        Assert.True(answer.Json.GetProperty("active").GetBoolean());
        Assert.Equal(id, answer.Json.GetProperty("client_id").GetString());
        Assert.Equal("AlertRead RuleRead", answer.Json.GetProperty("scope").GetString());
        Assert.False(answer.Json.TryGetProperty("exp", out _));
        Assert.DoesNotContain(subject.Key!, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_of_an_access_token_what_it_says_whatever_its_audience()
    {
        var jwt = (await subject.FormAsync("/oauth/token", ("grant_type", "client_credentials"), ("client_id", id), ("client_secret", subject.Key!), ("scope", "RuleRead"), ("audience", "https://api.example.com"))).AccessToken();
        var claims = JwtForge.PayloadOf(jwt);

        var json = (await asker.FormAsync(Path, ("token", jwt), ("token_type_hint", "access_token"))).Json;

        Assert.True(json.GetProperty("active").GetBoolean());
        foreach (var name in new[] { "jti", "aud", "iss", "sub", "client_id", "scope", "tenant" })
            Assert.Equal((string)claims[name]!, json.GetProperty(name).GetString());
        foreach (var name in new[] { "exp", "iat" })
            Assert.Equal((long)claims[name]!, json.GetProperty(name).GetInt64());
    }

    [Fact]
    public async Task Answers_to_every_way_of_saying_who_asks()
    {
        AssertActive(true, await nobody.BasicAsync(askerId, asker.Key!, OAuthRequests.Form(Path, ("token", subject.Key!))));
        AssertActive(true, await nobody.FormAsync(Path, ("token", subject.Key!), ("client_id", askerId), ("client_secret", asker.Key!)));
        var jwt = (await asker.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/access_token"))).AccessToken();
        AssertActive(true, await nobody.With(jwt).FormAsync(Path, ("token", subject.Key!)));
    }

    [Fact]
    public async Task Needs_the_permission_to_verify()
    {
        var answer = await subject.FormAsync(Path, ("token", subject.Key!));
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal("ACCESS_DENIED", answer.Json.GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.FormAsync(Path, ("token", subject.Key!))).Status);
        Assert.Equal("401 invalid_client", (await nobody.BasicAsync(askerId, "x", OAuthRequests.Form(Path, ("token", subject.Key!)))).OAuthError());
    }

    [Fact]
    public async Task What_is_not_good_is_not_active_and_nothing_else()
    {
        var jwt = (await subject.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/access_token"))).AccessToken();
        await shared.Root.AskAsync("mutation ($id: ID!) { updateAPIToken(input: { id: $id, active: false }) { token { id } } }", new { id });

        foreach (var token in new[] { "x", subject.Key!, jwt, jwt[..^2] + "AA", subject.Key![..^1] + "_" })
            Assert.Equal("""{"active":false}""", (await asker.FormAsync(Path, ("token", token))).Text);
    }

    [Fact]
    public async Task A_token_with_address_rules_is_judged_by_the_address_that_is_given()
    {
        var (_, bound) = await shared.Root.CreateTokenAsync(new { name = "bound", allowedCIDRBlocks = new[] { "10.0.0.0/8" } });

        AssertActive(true, await asker.FormAsync(Path, ("token", bound.Key!), ("ip_address", "10.1.2.3")));
        AssertActive(false, await asker.FormAsync(Path, ("token", bound.Key!), ("ip_address", "11.1.2.3")));
        AssertActive(false, await asker.FormAsync(Path, ("token", bound.Key!)));
        Assert.Equal("400 invalid_request", (await asker.FormAsync(Path, ("token", bound.Key!), ("ip_address", "10.1"))).OAuthError());
    }

    /// <summary>No door makes tenants yet: one below the root goes into the store by hand, and the asker into it.</summary>
    [Fact]
    public async Task What_is_out_of_sight_is_not_active()
    {
        await using (var db = await shared.Service.OpenStoreAsync())
        {
            var root = await db.Tenants.SingleAsync(tenant => tenant.ParentId == null);
            var below = new Tenant { Id = Guid.CreateVersion7(), ParentId = root.Id, Name = "below", CreatedAt = root.CreatedAt };
            db.AddRange(below, new TenantAncestry(below.Id, below.Id, 0), new TenantAncestry(root.Id, below.Id, 1));
            await db.SaveChangesAsync();
            var moved = Guid.Parse(askerId);
            await db.Tokens.Where(token => token.Id == moved).ExecuteUpdateAsync(set => set.SetProperty(token => token.TenantId, below.Id));
        }

        Assert.Equal("""{"active":false}""", (await asker.FormAsync(Path, ("token", subject.Key!))).Text);
        AssertActive(true, await asker.FormAsync(Path, ("token", asker.Key!)));
    }

    [Fact]
    public async Task To_be_asked_about_is_a_use()
    {
        var rotated = await shared.Root.AskAsync("mutation ($id: ID!) { rotateAPIToken(input: { id: $id, overlap: \"PT1H\", retireOnFirstUse: true }) { token { value } } }", new { id });
        var next = rotated.Data.GetProperty("rotateAPIToken").GetProperty("token").GetProperty("value").GetString()!;
        AssertActive(true, await asker.FormAsync(Path, ("token", subject.Key!)));

        AssertActive(true, await asker.FormAsync(Path, ("token", next)));

        AssertActive(false, await asker.FormAsync(Path, ("token", subject.Key!)));
    }

    [Fact]
    public async Task A_permission_that_is_missing_is_told_before_a_limit()
    {
        var (_, limited) = await shared.Root.CreateTokenAsync(new { name = "limited", rateLimit = new { limit = 1, window = "PT1H" } });
        await limited.FormAsync(Path, ("token", "x"));

        Assert.Equal("ACCESS_DENIED", (await limited.FormAsync(Path, ("token", "x"))).Json.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Broken_requests_are_told_so()
    {
        Assert.Equal("400 invalid_request", (await asker.FormAsync(Path)).OAuthError());
        Assert.Equal("400 invalid_request", (await asker.SendAsync(new HttpRequestMessage(HttpMethod.Post, Path) { Content = new StringContent("{}") })).OAuthError());
        Assert.Equal("400 invalid_request", (await asker.SendAsync(OAuthRequests.Form($"{Path}?token={subject.Key}"))).OAuthError());
    }

    private static void AssertActive(bool expected, ServiceAnswer answer) => Assert.Equal(expected, answer.Json.GetProperty("active").GetBoolean());
}
