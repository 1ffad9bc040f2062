using System.Net;
using System.Text.Json;
using GraphQLTokens.Service.Domain;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>Values judged over GraphQL on behalf of a service that received them.</summary>
public sealed class VerificationTests(SharedService shared) : IClassFixture<SharedService>
{
    private const string Verify = """
        mutation ($input: VerifyAPITokenInput!) {
          verifyAPIToken(input: $input) { valid code missingPermissions remaining resetsAt token { id name status effectivePermissions metadata tenant { name } } }
        }
        """;

    [Fact]
    public async Task An_asker_with_the_permission_alone_is_told_all_of_the_token()
    {
        var (id, holder) = await shared.Root.CreateTokenAsync(new { name = "judged", permissions = new[] { "AlertRead" }, metadata = new { plan = "gold" }, rateLimit = new { limit = 5, window = "PT1M" } });
        var found = await VerifyAsync(new { value = holder.Key, ipAddress = "203.0.113.9", require = new { anyOf = new[] { new { permission = "RuleRead" }, new { permission = "AlertRead" } } } });
        var token = found.GetProperty("token");
        Assert.Equal((true, "VALID", 4, id, "judged", "ACTIVE", "gold"), (
            found.GetProperty("valid").GetBoolean(), found.GetProperty("code").GetString(), found.GetProperty("remaining").GetInt32(),
            token.GetProperty("id").GetString(), token.GetProperty("name").GetString(), token.GetProperty("status").GetString(), token.GetProperty("metadata").GetProperty("plan").GetString()));
        Assert.Equal(["AlertRead"], token.GetProperty("effectivePermissions").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public async Task A_deleted_token_is_told_with_its_verdict()
    {
        var (id, holder) = await shared.Root.CreateTokenAsync("gone");
        _ = (await shared.Root.AskAsync("mutation ($id: ID!) { deleteAPIToken(input: { id: $id }) { id } }", new { id })).Data;
        var found = await VerifyAsync(new { value = holder.Key });
        Assert.Equal((false, "REVOKED", id, "REVOKED"), (
            found.GetProperty("valid").GetBoolean(), found.GetProperty("code").GetString(),
            found.GetProperty("token").GetProperty("id").GetString(), found.GetProperty("token").GetProperty("status").GetString()));
    }

    [Fact]
    public async Task What_is_missing_is_named_and_an_unknown_value_tells_nothing()
    {
        var (_, holder) = await shared.Root.CreateTokenAsync("weak");
        var found = await VerifyAsync(new { value = holder.Key, require = new { allOf = new[] { new { permission = "RuleRead" }, new { permission = "AlertRead" } } } });
        Assert.Equal("MISSING_PERMISSION", found.GetProperty("code").GetString());
        Assert.Equal(["RuleRead", "AlertRead"], found.GetProperty("missingPermissions").EnumerateArray().Select(name => name.GetString()));
        var unknown = await VerifyAsync(new { value = TokenValue.Create("gqt", Guid.CreateVersion7()).Reveal() });
        Assert.Equal(("UNKNOWN", JsonValueKind.Null), (unknown.GetProperty("code").GetString(), unknown.GetProperty("token").ValueKind));
    }

    [Fact]
    public async Task An_access_token_is_judged_by_what_it_was_narrowed_to_and_is_unknown_where_it_is_for_another_audience()
    {
        var (id, holder) = await shared.Root.CreateTokenAsync("behind", "AlertRead", "RuleRead");
        var narrow = await ExchangeAsync(holder, "permissions: [AlertRead]");
        var good = await VerifyAsync(new { value = narrow, require = new { permission = "AlertRead" } });
        Assert.Equal(("VALID", id), (good.GetProperty("code").GetString(), good.GetProperty("token").GetProperty("id").GetString()));
        var tooNarrow = await VerifyAsync(new { value = narrow, require = new { permission = "RuleRead" } });
        Assert.Equal(("MISSING_PERMISSION", "[\"RuleRead\"]"), (tooNarrow.GetProperty("code").GetString(), tooNarrow.GetProperty("missingPermissions").GetRawText()));
        Assert.Equal("UNKNOWN", (await VerifyAsync(new { value = await ExchangeAsync(holder, "audience: \"https://other.example\"") })).GetProperty("code").GetString());
        var byRest = await (await AskerAsync()).SendAsync(new HttpRequestMessage(HttpMethod.Post, "/api-tokens/verify") { Content = System.Net.Http.Json.JsonContent.Create(new { value = narrow }) });
        Assert.Equal("[\"AlertRead\"]", byRest.Json.GetProperty("token").GetProperty("effectivePermissions").GetRawText());
    }

    [Fact]
    public async Task Many_come_back_in_their_order()
    {
        var (id, holder) = await shared.Root.CreateTokenAsync("one of many");
        var answer = await (await AskerAsync()).AskAsync(
            "mutation ($inputs: [VerifyAPITokenInput!]!) { verifyAPITokens(inputs: $inputs) { code token { id } } }",
            new { inputs = new object[] { new { value = "?" }, new { value = holder.Key }, new { value = holder.Key, ipAddress = "::1" } } });
        Assert.Equal(
            $$$"""[{"code":"MALFORMED","token":null},{"code":"VALID","token":{"id":"{{{id}}}"}},{"code":"VALID","token":{"id":"{{{id}}}"}}]""",
            answer.Data.GetProperty("verifyAPITokens").GetRawText());
    }

    [Fact]
    public async Task A_regular_key_is_never_taken_for_a_verifying_one_and_its_attempt_is_recorded()
    {
        var (id, regular) = await shared.Root.CreateTokenAsync("regular", "OrganizationAPITokenRead", "OrganizationAPITokenModify");
        foreach (var document in new[] { Verify, "mutation ($input: VerifyAPITokenInput!) { verifyAPITokens(inputs: [$input]) { code } }" })
        {
            var error = (await regular.AskAsync(document, new { input = new { value = regular.Key } })).Error;
            Assert.Equal(("access denied", "ACCESS_DENIED"), (error.Message, error.Code));
            Assert.Equal(["OrganizationAPITokenVerify"], error.Strings("missingPermissions"));
        }
        await using var db = await shared.Service.OpenStoreAsync();
        var actor = Guid.Parse(id);
        var rows = await db.AuditEvents.Where(row => row.ActorId == actor).OrderBy(row => row.Sequence).ToListAsync();
        Assert.Equal([("VERIFY_API_TOKEN", AuditResult.Failed), ("VERIFY_API_TOKENS", AuditResult.Failed)], rows.Select(row => (row.ActionName, row.Result)));
    }

    [Theory]
    [InlineData("""{ "value": "x", "cost": -1 }""", "input.cost")]
    [InlineData("""{ "value": "x", "ipAddress": "near" }""", "input.ipAddress")]
    [InlineData("""{ "value": "x", "require": { "anyOf": [] } }""", "input.require.anyOf")]
    public async Task What_the_rules_refuse_is_named(string input, string argument)
    {
        var error = (await (await AskerAsync()).AskAsync(Verify, new { input = JsonSerializer.Deserialize<JsonElement>(input) })).Error;
        Assert.Equal(("INVALID_INPUT", argument), (error.Code, error.Extension("argument").GetString()));
    }

    [Fact]
    public async Task No_answer_may_be_kept_and_a_query_cannot_ask()
    {
        var asker = await AskerAsync();
        Assert.Equal("no-store", (await asker.AskAsync(Verify, new { input = new { value = "x" } })).CacheControl);
        Assert.Equal("METHOD_NOT_ALLOWED", (await asker.SendAsync(new HttpRequestMessage(HttpMethod.Get,
            "/graphql?query=" + Uri.EscapeDataString("mutation { verifyAPIToken(input: { value: \"x\" }) { code } }")))).Error.Code);
    }

    private async Task<ServiceCaller> AskerAsync() => (await shared.Root.CreateTokenAsync("asker", "OrganizationAPITokenVerify", "TenantRead")).Caller;

    private static async Task<string> ExchangeAsync(ServiceCaller holder, string input) =>
        (await holder.AskAsync($"mutation {{ createAccessToken(input: {{ {input} }}) {{ accessToken }} }}")).Data.GetProperty("createAccessToken").GetProperty("accessToken").GetString()!;

    private async Task<JsonElement> VerifyAsync(object input) => (await (await AskerAsync()).AskAsync(Verify, new { input })).Data.GetProperty("verifyAPIToken");
}
