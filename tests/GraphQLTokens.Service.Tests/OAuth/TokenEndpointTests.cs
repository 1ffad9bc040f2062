using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using GraphQLTokens.Service.Tests.EndToEnd;
using GraphQLTokens.Service.Tests.Operations.AccessTokens;

namespace GraphQLTokens.Service.Tests.OAuth;

/// <summary>Client credentials: an API token's id and value for an access token.</summary>
public sealed class TokenEndpointTests(SharedService shared) : IClassFixture<SharedService>, IAsyncLifetime
{
    private const string Grant = "client_credentials";
    private ServiceCaller nobody = null!;
    private ServiceCaller client = null!;
    private string id = "";

    private string Secret => client.Key!;

    public async Task InitializeAsync()
    {
        nobody = shared.Service.Caller(null);
        (id, client) = await shared.Root.CreateTokenAsync("client", "AlertRead", "RuleRead");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("/connect/token")]
    [InlineData("/oauth/token")]
    public async Task Answers_to_a_form(string path) => AssertIssued(await nobody.FormAsync(path, ("grant_type", Grant), ("client_id", id), ("client_secret", Secret)), path);

    [Theory]
    [InlineData("/connect/token")]
    [InlineData("/oauth/token")]
    public async Task Answers_to_Basic(string path) => AssertIssued(await nobody.BasicAsync(id, Secret, OAuthRequests.Form(path, ("grant_type", Grant))), path);

    [Fact]
    public async Task Decodes_what_clients_encode_for_Basic() =>
        AssertIssued(await nobody.BasicAsync(id.Replace("-", "%2D", StringComparison.Ordinal), Secret.Replace("_", "%5F", StringComparison.Ordinal), OAuthRequests.Form("/oauth/token", ("grant_type", Grant))), "/oauth/token");

    [Fact]
    public async Task Takes_a_client_id_without_dashes() =>
        AssertIssued(await nobody.FormAsync("/oauth/token", ("grant_type", Grant), ("client_id", id.Replace("-", "", StringComparison.Ordinal)), ("client_secret", Secret)), "/oauth/token");

    [Fact]
    public async Task Scope_is_a_list_in_one_JWT_and_a_string_in_the_other()
    {
        var list = JwtForge.PayloadOf((await AskAsync("/connect/token")).AccessToken())["scope"]!;
        var text = JwtForge.PayloadOf((await AskAsync("/oauth/token")).AccessToken())["scope"]!;

        Assert.Equal(["AlertRead", "RuleRead"], list.AsArray().Select(word => (string)word!));
        Assert.Equal("AlertRead RuleRead", (string)text!);
    }

    [Fact]
    public async Task The_access_token_is_good_at_every_door_in_either_header()
    {
        var jwt = (await AskAsync("/connect/token")).AccessToken();
        foreach (var caller in new[] { nobody.With(jwt), nobody })
        {
            foreach (var request in new[] { Viewer(), new HttpRequestMessage(HttpMethod.Get, "/api-tokens/self") })
            {
                if (caller.Key is null)
                    request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", jwt);
                Assert.Equal(HttpStatusCode.OK, (await caller.SendAsync(request)).Status);
            }
        }

        static HttpRequestMessage Viewer() => new(HttpMethod.Post, "/graphql") { Content = new StringContent("""{"query":"{ viewer { permissions } }"}""", new MediaTypeHeaderValue("application/json")) };
    }

    [Fact]
    public async Task The_words_that_existing_clients_send_narrow_nothing()
    {
        var answer = await AskAsync("/connect/token", ("scope", "api1"));

        Assert.Equal("api1", answer.Json.GetProperty("scope").GetString());
        Assert.Equal(2, answer.Json.GetProperty("permissions").GetArrayLength());
        Assert.Equal(["api1"], JwtForge.PayloadOf(answer.AccessToken())["scope"]!.AsArray().Select(word => (string)word!));
    }

    [Fact]
    public async Task Names_of_permissions_narrow_also_beside_such_words()
    {
        var answer = await AskAsync("/connect/token", ("scope", "api1 RuleRead RuleRead"));

        Assert.Equal("api1 RuleRead", answer.Json.GetProperty("scope").GetString());
        Assert.Equal(["RuleRead"], answer.Json.GetProperty("permissions").EnumerateArray().Select(word => word.GetString()));
        Assert.Equal(["RuleRead"], JwtForge.PayloadOf(answer.AccessToken())["permissions"]!.AsArray().Select(word => (string)word!));
    }

    [Theory]
    [InlineData("scope", "AlertRaed", "400 invalid_scope")]
    [InlineData("scope", "UserModify", "400 invalid_scope")]
    [InlineData("scope", "AlertRead UserModify", "400 invalid_scope")]
    [InlineData("expires_in", "86401", "400 invalid_request")]
    [InlineData("expires_in", "0", "400 invalid_request")]
    [InlineData("expires_in", "-1", "400 invalid_request")]
    [InlineData("expires_in", "1e3", "400 invalid_request")]
    [InlineData("expires_in", "99999999999", "400 invalid_request")]
    [InlineData("resource", "no-url", "400 invalid_target")]
    [InlineData("resource", "https://api.example.com/#part", "400 invalid_target")]
    [InlineData("audience", "two words", "400 invalid_target")]
    public async Task Refuses_what_is_not_to_be_had(string name, string value, string error)
    {
        foreach (var path in new[] { "/connect/token", "/oauth/token" })
            Assert.Equal(error, (await AskAsync(path, (name, value))).OAuthError());
    }

    [Fact]
    public async Task Lasts_shorter_on_request()
    {
        var answer = await AskAsync("/connect/token", ("expires_in", "90"));

        var claims = JwtForge.PayloadOf(answer.AccessToken());
        Assert.Equal(90, answer.Json.GetProperty("expires_in").GetInt32());
        Assert.Equal(90, (long)claims["exp"]! - (long)claims["iat"]!);
    }

    [Theory]
    [InlineData("resource")]
    [InlineData("audience")]
    public async Task One_for_another_audience_is_no_good_here(string name)
    {
        var jwt = (await AskAsync("/oauth/token", (name, "https://api.example.com"))).AccessToken();

        Assert.Equal("https://api.example.com", (string)JwtForge.PayloadOf(jwt)["aud"]!);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.With(jwt).AskAsync("{ viewer { address } }")).Status);
    }

    [Fact]
    public async Task A_client_that_is_not_good_is_refused_in_kind()
    {
        var other = await shared.Root.CreateTokenAsync("other");
        var jwt = (await AskAsync("/oauth/token")).AccessToken();
        (string Id, string Secret)[] bad =
        [
            (id, Secret[..^1] + (Secret[^1] == 'a' ? 'b' : 'a')), (id, other.Caller.Key!), (other.Id, Secret), (id, "x"), (id, jwt), ("x", Secret),
            (Guid.CreateVersion7().ToString(), Secret), (id, new string('x', 9000)),
        ];
        foreach (var (badId, badSecret) in bad)
        {
            var byForm = await nobody.FormAsync("/connect/token", ("grant_type", Grant), ("client_id", badId), ("client_secret", badSecret));
            Assert.Equal("400 invalid_client", byForm.OAuthError());
            Assert.Equal("", byForm.Challenges);
            var byBasic = await nobody.BasicAsync(badId, badSecret, OAuthRequests.Form("/connect/token", ("grant_type", Grant)));
            Assert.Equal("401 invalid_client", byBasic.OAuthError());
            Assert.StartsWith("Basic ", byBasic.Challenges, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_client_is_told_what_became_of_it()
    {
        await shared.Root.AskAsync("mutation ($id: ID!) { deleteAPIToken(input: { id: $id }) { id } }", new { id });

        var answer = await AskAsync("/oauth/token");
        Assert.Equal("400 invalid_client", answer.OAuthError());
        Assert.Equal("The API token has been deleted.", answer.Json.GetProperty("error_description").GetString());
    }

    [Fact]
    public async Task An_address_that_is_not_allowed_is_refused_as_at_every_door()
    {
        var (far, caller) = await shared.Root.CreateTokenAsync(new { name = "far", allowedCIDRBlocks = new[] { "10.0.0.0/8" } });

        var answer = await nobody.FormAsync("/connect/token", ("grant_type", Grant), ("client_id", far), ("client_secret", caller.Key!));
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal("ADDRESS_NOT_ALLOWED", answer.Json.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Only_a_form_in_the_body_is_read()
    {
        var json = new StringContent(new JsonObject { ["grant_type"] = Grant, ["client_id"] = id, ["client_secret"] = Secret }.ToJsonString(), new MediaTypeHeaderValue("application/json"));
        HttpRequestMessage[] requests =
        [
            new(HttpMethod.Post, "/connect/token") { Content = json },
            new(HttpMethod.Post, "/connect/token"),
            new(HttpMethod.Post, "/connect/token") { Content = new MultipartFormDataContent { { new StringContent(Grant), "grant_type" } } },
            new(HttpMethod.Post, "/connect/token") { Content = new StringContent($"grant_type={Grant}", new MediaTypeHeaderValue("text/plain")) },
            new(HttpMethod.Post, $"/connect/token?grant_type={Grant}&client_id={id}&client_secret={Secret}") { Content = new FormUrlEncodedContent([]) },
            OAuthRequests.Form("/connect/token", ("grant_type", Grant), ("grant_type", Grant), ("client_id", id), ("client_secret", Secret)),
            OAuthRequests.Form("/connect/token", ("grant_type", ""), ("client_id", id), ("client_secret", Secret)),
            OAuthRequests.Form("/connect/token", ("grant_type", Grant), ("filler", new string('x', 70_000))),
            OAuthRequests.Form("/connect/token", [.. Enumerable.Range(0, 100).Select(i => ($"name{i}", "x"))]),
            .. new[] { "utf-7", "utf-16", "iso-8859-1", "no-such" }.Select(charset => Encoded(charset, null)),
            .. new[] { "gzip", "br", "identity" }.Select(coding => Encoded("utf-8", coding)),
        ];
        foreach (var request in requests)
            Assert.Equal("400 invalid_request", (await nobody.SendAsync(request)).OAuthError());

        var inUrl = OAuthRequests.Form($"/connect/token?client_id={id}&client_secret={Secret}", ("grant_type", Grant));
        Assert.Equal("400 invalid_client", (await nobody.SendAsync(inUrl)).OAuthError());
        AssertIssued(await nobody.SendAsync(Encoded("\"UTF-8\"", null)), "/oauth/token");

        HttpRequestMessage Encoded(string charset, string? coding)
        {
            var request = OAuthRequests.Form("/oauth/token", ("grant_type", Grant), ("client_id", id), ("client_secret", Secret));
            request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse($"application/x-www-form-urlencoded; charset={charset}");
            if (coding is not null)
                request.Content.Headers.ContentEncoding.Add(coding);
            return request;
        }
    }

    [Theory]
    [InlineData("X-API-Key", "x")]
    [InlineData("X-API-Key", "{root}")]
    [InlineData("Authorization", "Bearer {root}")]
    public async Task Another_credential_in_the_headers_leaves_it_open_who_asks(string header, string value)
    {
        foreach (var path in new[] { "/oauth/token", "/connect/token", "/oauth/revoke", "/oauth/introspect" })
        {
            var request = OAuthRequests.Form(path, ("grant_type", Grant), ("client_id", id), ("client_secret", Secret), ("token", "x"));
            request.Headers.TryAddWithoutValidation(header, value.Replace("{root}", shared.Root.Key, StringComparison.Ordinal));
            Assert.Contains((await nobody.SendAsync(request)).Json.GetProperty("error").GetString(), new[] { "invalid_request" });
        }

        var byBasic = OAuthRequests.Form("/oauth/token", ("grant_type", Grant));
        byBasic.Headers.Add("X-API-Key", shared.Root.Key);
        Assert.Equal("400 invalid_request", (await nobody.BasicAsync(id, Secret, byBasic)).OAuthError());
        var exchange = OAuthRequests.Form("/oauth/token", ("grant_type", OAuthRequests.ExchangeGrant), ("subject_token", Secret), ("subject_token_type", OAuthRequests.AccessTokenType));
        exchange.Headers.Add("X-API-Key", shared.Root.Key);
        Assert.Equal("400 invalid_request", (await nobody.SendAsync(exchange)).OAuthError());

        // The same one twice is one.
        AssertIssued(await nobody.With(Secret).FormAsync("/oauth/token", ("grant_type", Grant), ("client_id", id), ("client_secret", Secret)), "/oauth/token");
    }

    [Fact]
    public async Task Says_who_it_is_in_one_way_only()
    {
        Assert.Equal("400 invalid_request", (await nobody.BasicAsync(id, Secret, OAuthRequests.Form("/oauth/token", ("grant_type", Grant), ("client_secret", Secret)))).OAuthError());
        Assert.Equal("400 invalid_request", (await nobody.BasicAsync(id, Secret, OAuthRequests.Form("/oauth/token", ("grant_type", Grant), ("client_id", "x")))).OAuthError());
        AssertIssued(await nobody.BasicAsync(id, Secret, OAuthRequests.Form("/oauth/token", ("grant_type", Grant), ("client_id", id))), "/oauth/token");
    }

    [Theory]
    [InlineData("Basic !!!")]
    [InlineData("Basic bm9jb2xvbg==")]
    [InlineData("Basic //8=")]
    [InlineData("Basic ")]
    public async Task A_broken_header_is_no_client(string header)
    {
        var request = OAuthRequests.Form("/oauth/token", ("grant_type", Grant));
        request.Headers.TryAddWithoutValidation("Authorization", header);
        Assert.EndsWith("invalid_client", (await nobody.SendAsync(request)).OAuthError(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("password")]
    [InlineData("authorization_code")]
    [InlineData("refresh_token")]
    [InlineData("CLIENT_CREDENTIALS")]
    public async Task Other_grants_are_not_supported(string grant) =>
        Assert.Equal("400 unsupported_grant_type", (await nobody.FormAsync("/connect/token", ("grant_type", grant), ("client_id", id), ("client_secret", Secret))).OAuthError());

    [Fact]
    public async Task Is_asked_by_POST_alone() =>
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await nobody.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/oauth/token?grant_type={Grant}"))).Status);

    private Task<ServiceAnswer> AskAsync(string path, params (string, string)[] more) =>
        nobody.FormAsync(path, [("grant_type", Grant), ("client_id", id), ("client_secret", Secret), .. more]);

    private void AssertIssued(ServiceAnswer answer, string path)
    {
        var jwt = answer.AccessToken();
        Assert.Equal("no-store", answer.CacheControl);
        Assert.Equal("Bearer", answer.Json.GetProperty("token_type").GetString());
        Assert.Equal(86400, answer.Json.GetProperty("expires_in").GetInt32());
        Assert.Equal("AlertRead RuleRead", answer.Json.GetProperty("scope").GetString());
        Assert.Equal(path == "/connect/token", answer.Json.TryGetProperty("permissions", out _));
        Assert.Equal(id, (string)JwtForge.PayloadOf(jwt)["client_id"]!);
        Assert.Equal(shared.Service.Url, (string)JwtForge.PayloadOf(jwt)["iss"]!);
    }
}
