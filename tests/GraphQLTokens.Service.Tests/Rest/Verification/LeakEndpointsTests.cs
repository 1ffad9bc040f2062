using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Tests.EndToEnd;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Tests.Rest.Verification;

/// <summary>What whoever finds values needs: how they look, and an end for those that leaked.</summary>
public sealed class LeakEndpointsTests : IAsyncLifetime
{
    private const string Viewer = "{ viewer { address } }";
    private ServiceApplication service = null!;

    public async Task InitializeAsync() => service = await ServiceApplication.StartAsync(new() { ["RateLimits:Revocations"] = "3", ["RateLimits:RevocationsWindow"] = "1.00:00:00" });

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task Whoever_holds_a_value_ends_its_token_whatever_its_address_rules()
    {
        var (id, holder) = await service.Root.CreateTokenAsync(new { name = "leaked", allowedCIDRBlocks = new[] { "10.0.0.0/8" } });

        AssertAccepted(await ReportAsync(holder.Key!));

        Assert.Equal("TOKEN_REVOKED", (await holder.AskAsync(Viewer)).Json.GetProperty("code").GetString());
        var row = Assert.Single(await RowsAsync());
        Assert.Equal((AuditResult.Succeeded, ActorKind.Token, Guid.Parse(id), "leaked", "127.0.0.5"), (row.Result, row.ActorKind, row.ActorId, row.ActorName, row.SourceIP));
        SecretWatch.AssertAbsent(JsonSerializer.Serialize(row), holder.Key!);
        await using var db = await service.OpenStoreAsync();
        Assert.Equal(new Actor(ActorKind.Token, row.ActorId), (await db.Tokens.SingleAsync(token => token.Id == row.ActorId)).DeletedBy);
    }

    [Theory]
    [InlineData("active: false")]
    [InlineData("notBefore: \"2999-01-01T00:00:00Z\"")]
    public async Task A_token_that_is_not_good_now_is_ended_too(string change)
    {
        var (id, holder) = await service.Root.CreateTokenAsync("sleeping");
        _ = (await service.Root.AskAsync($"mutation {{ updateAPIToken(input: {{ id: \"{id}\", {change} }}) {{ token {{ id }} }} }}")).Data;
        AssertAccepted(await ReportAsync(holder.Key!));
        Assert.Equal("TOKEN_REVOKED", (await holder.AskAsync(Viewer)).Json.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_value_that_was_rotated_away_ends_nothing_and_is_recorded()
    {
        var (id, old) = await service.Root.CreateTokenAsync("rotated");
        var rotated = await service.Root.AskAsync("mutation ($id: ID!) { rotateAPIToken(input: { id: $id }) { token { value } } }", new { id });
        var present = old.With(rotated.Data.GetProperty("rotateAPIToken").GetProperty("token").GetProperty("value").GetString());

        AssertAccepted(await ReportAsync(old.Key!));

        _ = (await present.AskAsync(Viewer)).Data;
        var row = Assert.Single(await RowsAsync());
        Assert.Equal((AuditResult.Failed, """[{"message":"the value was rotated away"}]"""), (row.Result, row.Errors));
    }

    [Fact]
    public async Task The_previous_value_ends_its_token_while_it_is_still_good()
    {
        var (id, old) = await service.Root.CreateTokenAsync("overlapping");
        var rotated = await service.Root.AskAsync("mutation ($id: ID!) { rotateAPIToken(input: { id: $id, overlap: \"PT1H\" }) { token { value } } }", new { id });
        var present = old.With(rotated.Data.GetProperty("rotateAPIToken").GetProperty("token").GetProperty("value").GetString());

        AssertAccepted(await ReportAsync(old.Key!));

        foreach (var holder in new[] { old, present })
            Assert.Equal("TOKEN_REVOKED", (await holder.AskAsync(Viewer)).Json.GetProperty("code").GetString());
        Assert.Equal(AuditResult.Succeeded, Assert.Single(await RowsAsync()).Result);
    }

    [Fact]
    public async Task What_is_no_value_of_a_token_is_answered_the_same_and_leaves_no_row()
    {
        var (id, _) = await service.Root.CreateTokenAsync("safe");
        AssertAccepted(await ReportAsync("nonsense"));
        AssertAccepted(await ReportAsync(TokenValue.Create("gqt", Guid.CreateVersion7()).Reveal()));
        AssertAccepted(await ReportAsync(TokenValue.Create("gqt", Guid.Parse(id)).Reveal()));
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task An_address_may_report_so_many_and_no_more_and_others_still_may()
    {
        for (var i = 0; i < 3; i++)
            AssertAccepted(await ReportAsync("x"));
        var refused = await ReportAsync("x");
        DoorTests.AssertProblem(refused, HttpStatusCode.TooManyRequests, "RATE_LIMIT_EXCEEDED");
        Assert.Equal("28800", refused.Header("Retry-After"));
        AssertAccepted(await ReportAsync("x", "127.0.0.6"));
    }

    [Theory]
    [InlineData("{}", "value is required")]
    [InlineData("""{"value":null}""", "value cannot be null")]
    [InlineData("""{"value":"x","id":"y"}""", "id is not known here")]
    public async Task A_report_without_a_value_is_refused(string body, string message)
    {
        var answer = await service.Caller(null).SendAsync(new HttpRequestMessage(HttpMethod.Post, "/api-tokens/revoke") { Content = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")) });
        DoorTests.AssertProblem(answer, HttpStatusCode.BadRequest, "INVALID_INPUT");
        Assert.Equal(message, answer.Json.GetProperty("message").GetString());
    }

    [Fact]
    public async Task The_published_expression_and_checksum_hold_for_real_values()
    {
        var format = (await service.Caller(null).SendAsync(new HttpRequestMessage(HttpMethod.Get, "/api-tokens/format"))).Json;
        var checksum = format.GetProperty("checksum");
        Assert.Equal(("gqt", "CRC-32/ISO-HDLC", "most significant digit first"), (format.GetProperty("prefix").GetString(), checksum.GetProperty("algorithm").GetString(), checksum.GetProperty("order").GetString()));
        var (length, digits) = (checksum.GetProperty("length").GetInt32(), checksum.GetProperty("digits").GetString()!);
        string[] values = [service.Root.Key!, (await service.Root.CreateTokenAsync("made")).Caller.Key!, .. Enumerable.Range(0, 200).Select(_ => TokenValue.Create("gqt", Guid.CreateVersion7()).Reveal())];
        foreach (var value in values)
        {
            foreach (var name in new[] { "pattern", "patternOfAnyPrefix" })
                Assert.Equal(value, Regex.Match($"key: \"{value}\";", format.GetProperty(name).GetString()!).Value);
            Assert.Equal(value[^length..], Checksum(value[..^length], digits, length));
        }
        Assert.DoesNotMatch(format.GetProperty("pattern").GetString()!, TokenValue.Create("other", Guid.CreateVersion7()).Reveal());
    }

    [Theory]
    [InlineData("gitleaks.toml", "regex = '''(.+)'''")]
    [InlineData("trufflehog.yaml", "token: '(.+)'")]
    [InlineData("github-secret-scanning.md", "Secret format \\| `(.+)`")]
    [InlineData("checksum.py", "compile\\(r\"(.+)\"\\)")]
    public void The_rules_for_scanners_find_real_values_and_nothing_shorter(string file, string place)
    {
        var rule = new Regex(Regex.Match(Repository.Read($"samples/scanners/{file}"), place).Groups[1].Value);
        for (var i = 0; i < 200; i++)
        {
            var value = TokenValue.Create("gqt", Guid.CreateVersion7()).Reveal();
            Assert.Equal(value, rule.Match($"API_KEY={value}\n").Value);
            Assert.DoesNotMatch(rule, value[..^1]);
        }
    }

    /// <summary>As docs/token-format.md has it, bit by bit.</summary>
    private static string Checksum(string covered, string digits, int length)
    {
        var crc = uint.MaxValue;
        foreach (var character in covered)
        {
            crc ^= character;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }
        crc = ~crc;
        var text = "";
        for (var i = 0; i < length; i++)
            (text, crc) = (digits[(int)(crc % 62)] + text, crc / 62);
        return text;
    }

    private Task<ServiceAnswer> ReportAsync(string value, string from = "127.0.0.5") =>
        service.Caller(null, from).SendAsync(new HttpRequestMessage(HttpMethod.Post, "/api-tokens/revoke") { Content = JsonContent.Create(new { value }) });

    private async Task<List<AuditEvent>> RowsAsync()
    {
        await using var db = await service.OpenStoreAsync();
        return await db.AuditEvents.AsNoTracking().Where(row => row.ActionName == "REVOKE_LEAKED_API_TOKEN").ToListAsync();
    }

    private static void AssertAccepted(ServiceAnswer answer) => Assert.Equal(
        (HttpStatusCode.Accepted, "no-store", """{"message":"If this is the present value of a token, the token has been revoked."}"""),
        (answer.Status, answer.CacheControl, answer.Text));
}
