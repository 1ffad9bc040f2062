using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Tests.EndToEnd;

namespace GraphQLTokens.Service.Tests.Rest.Verification;

/// <summary><c>POST /api-tokens/verify</c>, on the service as it ships.</summary>
public sealed class VerificationEndpointsTests(SharedService shared) : IClassFixture<SharedService>
{
    [Fact]
    public async Task One_value_is_answered_with_its_verdict_and_its_token()
    {
        var (id, holder) = await shared.Root.CreateTokenAsync(new
        {
            name = "jüdged",
            permissions = new[] { "RuleRead", "AlertRead" },
            allowedCIDRBlocks = new[] { "203.0.113.0/24" },
            metadata = new { plan = "gold" },
            rateLimit = new { limit = 60, window = "PT1M" },
        });
        var answer = await VerifyAsync($$"""{"value":"{{holder.Key}}","ipAddress":"203.0.113.9","require":{"allOf":[{"permission":"AlertRead"}]},"cost":2}""");

        Assert.Equal((HttpStatusCode.OK, "application/json", "no-store"), (answer.Status, answer.ContentType, answer.CacheControl));
        var json = answer.Json;
        Assert.Equal((true, "VALID", 58), (json.GetProperty("valid").GetBoolean(), json.GetProperty("code").GetString(), json.GetProperty("remaining").GetInt32()));
        Assert.Empty(json.GetProperty("missingPermissions").EnumerateArray());
        Assert.True(InstantText.TryParse(json.GetProperty("resetsAt").GetString(), out _));
        var token = json.GetProperty("token");
        Assert.Equal(
            (id, "jüdged", "ACTIVE", """["AlertRead","RuleRead"]""", """["203.0.113.0/24"]""", """{"limit":60,"window":"PT1M"}""", """{"plan":"gold"}"""),
            (token.GetProperty("id").GetString(), token.GetProperty("name").GetString(), token.GetProperty("status").GetString(),
                token.GetProperty("effectivePermissions").GetRawText(), token.GetProperty("allowedCIDRBlocks").GetRawText(),
                token.GetProperty("rateLimit").GetRawText(), token.GetProperty("metadata").GetRawText()));
        Assert.False(token.TryGetProperty("value", out _));
        SecretWatch.AssertAbsent(answer.Text, holder.Key!);
    }

    [Fact]
    public async Task The_token_has_the_names_and_values_that_it_has_by_its_id()
    {
        var (id, holder) = await shared.Root.CreateTokenAsync(new { name = "same", deniedCIDRBlocks = new[] { "10.0.0.0/8" }, expiry = new { after = "P1D" }, rateLimit = new { limit = 1, window = "P1D" } });
        var verified = (await VerifyAsync($$"""{"value":"{{holder.Key}}","ipAddress":"::1"}""")).Json.GetProperty("token");
        var whole = (await shared.Root.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/api-tokens/{id}"))).Json;
        foreach (var member in verified.EnumerateObject().Where(member => member.Name != "effectivePermissions"))
            Assert.Equal(whole.GetProperty(member.Name).GetRawText(), member.Value.GetRawText());
    }

    [Fact]
    public async Task Several_are_answered_in_their_order()
    {
        var (_, holder) = await shared.Root.CreateTokenAsync("weak");
        var answer = await VerifyAsync($$"""{"items":[{"value":"?"},{"require":{"permission":"AlertRead"},"value":"{{holder.Key}}"},{"value":"{{TokenValue.Create("gqt", Guid.CreateVersion7()).Reveal()}}"}]}""");
        var results = answer.Json.GetProperty("results").EnumerateArray().ToArray();
        Assert.Equal(["MALFORMED", "MISSING_PERMISSION", "UNKNOWN"], results.Select(result => result.GetProperty("code").GetString()));
        Assert.Equal("""["AlertRead"]""", results[1].GetProperty("missingPermissions").GetRawText());
        Assert.Equal([false, true, false], results.Select(result => result.TryGetProperty("token", out _)));
        Assert.Equal("""{"results":[]}""", (await VerifyAsync("""{"items":[]}""")).Text);
    }

    [Theory]
    [InlineData("", "BAD_REQUEST", null)]
    [InlineData("{", "BAD_REQUEST", null)]
    [InlineData("""{"value":"x"} {}""", "BAD_REQUEST", null)]
    [InlineData("""["x"]""", "INVALID_INPUT", "body must be a JSON object")]
    [InlineData("{}", "INVALID_INPUT", "value is required")]
    [InlineData("""{"value":null}""", "INVALID_INPUT", "value cannot be null")]
    [InlineData("""{"value":5}""", "INVALID_INPUT", "value must be a string")]
    [InlineData("""{"value":"\uD800"}""", "INVALID_INPUT", "value must be a string")]
    [InlineData("""{"value":"x","value":"y"}""", "INVALID_INPUT", "value is given more than once")]
    [InlineData("""{"value":"x","requires":{}}""", "INVALID_INPUT", "requires is not known here")]
    [InlineData("""{"value":"x","items":[]}""", "INVALID_INPUT", "items is not known here")]
    [InlineData("""{"items":[],"value":"x"}""", "INVALID_INPUT", "items must be the only member")]
    [InlineData("""{"items":{}}""", "INVALID_INPUT", "items must be a list")]
    [InlineData("""{"items":[{"value":"x"},5]}""", "INVALID_INPUT", "items[1] must be an object")]
    [InlineData("""{"items":[{"value":"x"},{"cost":1}]}""", "INVALID_INPUT", "items[1].value is required")]
    [InlineData("""{"items":[{"value":"x","cost":-1}]}""", "INVALID_INPUT", "items[0].cost must lie between 0 and 1000000")]
    [InlineData("""{"value":"x","cost":1.5}""", "INVALID_INPUT", "cost must be a whole number")]
    [InlineData("""{"value":"x","cost":1000001}""", "INVALID_INPUT", "cost must lie between 0 and 1000000")]
    [InlineData("""{"value":"x","ipAddress":"near"}""", "INVALID_INPUT", "ipAddress is no IP address")]
    [InlineData("""{"value":"x","require":[]}""", "INVALID_INPUT", "require must be an object")]
    [InlineData("""{"value":"x","require":{}}""", "INVALID_INPUT", "require must be exactly one of permission, allOf and anyOf")]
    [InlineData("""{"value":"x","require":{"all":[]}}""", "INVALID_INPUT", "require.all is not known here")]
    [InlineData("""{"value":"x","require":{"anyOf":[{"permission":"AlertRead"},{"permission":"Nonsense"}]}}""", "INVALID_INPUT", "require.anyOf[1].permission names no permission of this deployment")]
    [InlineData("""{"value":"x","require":{"anyOf":[{"permission":null}]}}""", "INVALID_INPUT", "require.anyOf[0].permission cannot be null")]
    [InlineData("""{"value":"x","require":{"anyOf":{}}}""", "INVALID_INPUT", "require.anyOf must be a list")]
    public async Task A_body_that_is_not_as_it_should_be_verifies_nobody(string body, string code, string? message)
    {
        var answer = await VerifyAsync(body);
        DoorTests.AssertProblem(answer, HttpStatusCode.BadRequest, code);
        if (message is not null)
            Assert.Equal(message, answer.Json.GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_condition_too_deep_is_refused_before_it_is_followed()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"allOf\":[", 20)) + "{}" + string.Concat(Enumerable.Repeat("]}", 20));
        Assert.Contains("nests deeper than 8 levels", (await VerifyAsync($$"""{"value":"x","require":{{deep}}}""")).Json.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Null_stands_for_what_is_left_out()
    {
        var (_, holder) = await shared.Root.CreateTokenAsync("x");
        Assert.Equal("VALID", (await VerifyAsync($$"""{"value":"{{holder.Key}}","ipAddress":null,"require":null,"cost":null}""")).Json.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_regular_key_is_refused_and_more_than_a_hundred_are_too_many()
    {
        var (_, regular) = await shared.Root.CreateTokenAsync("regular", "OrganizationAPITokenRead");
        var refused = await regular.SendAsync(Post($$"""{"value":"{{regular.Key}}"}"""));
        DoorTests.AssertProblem(refused, HttpStatusCode.Forbidden, "ACCESS_DENIED");
        Assert.Equal("""["OrganizationAPITokenVerify"]""", refused.Json.GetProperty("missingPermissions").GetRawText());
        var items = string.Join(',', Enumerable.Repeat("""{"value":"x"}""", 101));
        Assert.Equal("items are 101; at most 100 are allowed", (await VerifyAsync($$"""{"items":[{{items}}]}""")).Json.GetProperty("message").GetString());
    }

    [Fact]
    public async Task Each_value_counts_for_the_asker_and_a_missing_permission_is_told_before_a_limit()
    {
        var (_, asker) = await shared.Root.CreateTokenAsync(new { name = "asker", permissions = new[] { "OrganizationAPITokenVerify" }, rateLimit = new { limit = 5, window = "P1D" } });
        Assert.Equal("\"token\";r=3;t=34560", (await asker.SendAsync(Post("""{"value":"x"}"""))).Header("RateLimit"));
        var answer = await asker.SendAsync(Post("""{"items":[{"value":"x"},{"value":"x"},{"value":"x"}]}"""));
        DoorTests.AssertProblem(answer, HttpStatusCode.TooManyRequests, "RATE_LIMIT_EXCEEDED");
        var (_, regular) = await shared.Root.CreateTokenAsync(new { name = "regular", rateLimit = new { limit = 1, window = "P1D" } });
        for (var i = 0; i < 3; i++)
            DoorTests.AssertProblem(await regular.SendAsync(Post("""{"value":"x"}""")), HttpStatusCode.Forbidden, "ACCESS_DENIED");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Another_type_than_JSON_is_refused(string type)
    {
        var request = Post("""{"value":"x"}""");
        request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        DoorTests.AssertProblem(await (await AskerAsync()).SendAsync(request), HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE");
    }

    [Fact]
    public async Task Only_POST_is_answered()
    {
        var answer = await shared.Root.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/api-tokens/verify"));
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "POST"), (answer.Status, answer.Header("Allow")));
    }

    private static HttpRequestMessage Post(string body) =>
        new(HttpMethod.Post, "/api-tokens/verify") { Content = new StringContent(body, new MediaTypeHeaderValue("application/json")) };

    private async Task<ServiceCaller> AskerAsync() => (await shared.Root.CreateTokenAsync("asker", "OrganizationAPITokenVerify")).Caller;

    private async Task<ServiceAnswer> VerifyAsync(string body) => await (await AskerAsync()).SendAsync(Post(body));
}
