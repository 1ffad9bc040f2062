using System.Net;
using GraphQLTokens.Service.Tests.EndToEnd;
using GraphQLTokens.Service.Tests.Operations.AccessTokens;

namespace GraphQLTokens.Service.Tests.OAuth;

/// <summary>RFC 8693: what is held is exchanged for something narrower.</summary>
public sealed class TokenExchangeTests(SharedService shared) : IClassFixture<SharedService>, IAsyncLifetime
{
    private ServiceCaller nobody = null!;
    private ServiceCaller subject = null!;
    private string id = "";

    public async Task InitializeAsync()
    {
        nobody = shared.Service.Caller(null);
        (id, subject) = await shared.Root.CreateTokenAsync("subject", "AlertRead", "RuleRead");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("/connect/token")]
    [InlineData("/oauth/token")]
    public async Task A_key_becomes_a_narrower_access_token(string path)
    {
        var answer = await ExchangeAsync(path, subject.Key!, ("scope", "RuleRead"));

        var claims = JwtForge.PayloadOf(answer.AccessToken());
        Assert.Equal(OAuthRequests.AccessTokenType, answer.Json.GetProperty("issued_token_type").GetString());
        Assert.Equal(["RuleRead"], claims["permissions"]!.AsArray().Select(word => (string)word!));
        Assert.Equal(id, (string)claims["sub"]!);
    }

    [Fact]
    public async Task An_access_token_becomes_one_that_is_no_wider_and_ends_no_later()
    {
        var first = (await ExchangeAsync("/oauth/token", subject.Key!, ("scope", "RuleRead"), ("expires_in", "60"))).AccessToken();

        var claims = JwtForge.PayloadOf((await ExchangeAsync("/oauth/token", first, ("expires_in", "86400"))).AccessToken());

        Assert.True((long)claims["exp"]! <= (long)JwtForge.PayloadOf(first)["exp"]!);
        Assert.Equal(["RuleRead"], claims["permissions"]!.AsArray().Select(word => (string)word!));
        Assert.Equal("400 invalid_scope", (await ExchangeAsync("/oauth/token", first, ("scope", "AlertRead"))).OAuthError());
    }

    [Fact]
    public async Task One_for_another_audience_is_not_exchanged()
    {
        var foreign = (await ExchangeAsync("/oauth/token", subject.Key!, ("audience", "https://api.example.com"))).AccessToken();

        Assert.Equal("400 invalid_grant", (await ExchangeAsync("/oauth/token", foreign)).OAuthError());
    }

    [Fact]
    public async Task A_client_may_say_who_it_is_and_must_be_good_then()
    {
        var (other, caller) = await shared.Root.CreateTokenAsync("other");
        Assert.Equal(HttpStatusCode.OK, (await ExchangeAsync("/oauth/token", subject.Key!, ("client_id", id))).Status);
        Assert.Equal(HttpStatusCode.OK, (await ExchangeAsync("/oauth/token", subject.Key!, ("client_id", id), ("client_secret", subject.Key!))).Status);
        Assert.Equal(HttpStatusCode.OK, (await ExchangeAsync("/oauth/token", subject.Key!, ("client_id", other), ("client_secret", caller.Key!))).Status);
        Assert.Equal("400 invalid_client", (await ExchangeAsync("/oauth/token", subject.Key!, ("client_id", other))).OAuthError());
        Assert.Equal("400 invalid_client", (await ExchangeAsync("/oauth/token", subject.Key!, ("client_id", other), ("client_secret", subject.Key!))).OAuthError());
    }

    [Fact]
    public async Task A_subject_that_is_not_good_is_refused()
    {
        var jwt = (await ExchangeAsync("/oauth/token", subject.Key!)).AccessToken();
        await shared.Root.AskAsync("mutation ($id: ID!) { rotateAPIToken(input: { id: $id }) { token { id } } }", new { id });

        foreach (var token in new[] { jwt, subject.Key!, "x", jwt[..^2] + "AA" })
            Assert.Equal("400 invalid_grant", (await ExchangeAsync("/oauth/token", token)).OAuthError());
    }

    [Theory]
    [InlineData("subject_token_type", "urn:ietf:params:oauth:token-type:saml2")]
    [InlineData("requested_token_type", "urn:ietf:params:oauth:token-type:refresh_token")]
    [InlineData("actor_token", "x")]
    [InlineData("subject_token", "")]
    public async Task What_is_not_supported_is_refused(string name, string value)
    {
        (string Name, string Value)[] fields = [("grant_type", OAuthRequests.ExchangeGrant), ("subject_token", subject.Key!), ("subject_token_type", OAuthRequests.AccessTokenType)];
        var changed = fields.Where(field => field.Name != name).Append((name, value)).ToArray();

        Assert.Equal("400 invalid_request", (await nobody.FormAsync("/oauth/token", changed)).OAuthError());
    }

    private Task<ServiceAnswer> ExchangeAsync(string path, string token, params (string, string)[] more) => nobody.FormAsync(
        path, [("grant_type", OAuthRequests.ExchangeGrant), ("subject_token", token), ("subject_token_type", OAuthRequests.AccessTokenType), .. more]);
}
