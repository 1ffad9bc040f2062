using System.Text.Json;
using GraphQLTokens.Service.Tests.Persistence;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>What <c>apiTokens(where:)</c> lets through, one condition at a time and together.</summary>
public sealed class ListFilterTests : IAsyncLifetime
{
    private readonly TestClock clock = new();
    private ServiceApplication service = null!;
    private string tenant = "";

    /// <summary>The clock starts on 2031-05-06T07:08:09.123Z; tokens are made an hour apart, and it is ten days later when the list is asked for.</summary>
    public async Task InitializeAsync()
    {
        service = await ServiceApplication.StartAsync(clock: clock);
        tenant = (await service.Root.AskAsync("{ viewer { tenant { id } } }")).Data.GetProperty("viewer").GetProperty("tenant").GetProperty("id").GetString()!;
        await MakeAsync(new { name = "Alpha_1", permissions = new[] { "AlertRead" } });
        await MakeAsync(new { name = "beta %", permissions = new[] { "AlertRead", "AlertModify" }, expiry = new { after = "P2D" } });
        await MakeAsync(new { name = "later", notBefore = "2031-12-01T00:00:00Z", allowedCIDRBlocks = new[] { "10.0.0.0/8" } });
        var id = await MakeAsync(new { name = "off" });
        _ = (await service.Root.AskAsync("mutation ($id: ID!) { updateAPIToken(input: { id: $id, active: false }) { token { id } } }", new { id })).Data;
        clock.Advance(TimeSpan.FromDays(10));
        _ = (await service.Root.AskAsync("{ __typename }")).Data;
        clock.Advance(TimeSpan.FromSeconds(5));
        await Eventually.Async(
            async () => (await service.Root.AskAsync("{ viewer { token { lastUsedAt } } }")).Data.GetProperty("viewer").GetProperty("token").GetProperty("lastUsedAt").GetString(),
            at => at?.StartsWith("2031-05-16", StringComparison.Ordinal) ?? false);
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Theory]
    [InlineData("{}", "Alpha_1, beta %, later, off, Root token")]
    [InlineData("""{"nameContains":"A"}""", "Alpha_1, beta %, later")]
    [InlineData("""{"nameContains":"a_1"}""", "Alpha_1")]
    [InlineData("""{"nameContains":"%"}""", "beta %")]
    [InlineData("""{"nameContains":"alpha%"}""", "")]
    [InlineData("""{"status":["EXPIRED"]}""", "beta %")]
    [InlineData("""{"status":["NOT_YET_VALID"]}""", "later")]
    [InlineData("""{"status":["INACTIVE","EXPIRED"]}""", "beta %, off")]
    [InlineData("""{"status":["ACTIVE"]}""", "Alpha_1, Root token")]
    [InlineData("""{"permission":"AlertModify"}""", "beta %, Root token")]
    [InlineData("""{"createdAt":{"from":"2031-05-06T09:08:09.123Z"}}""", "beta %, later, off")]
    [InlineData("""{"createdAt":{"to":"2031-05-06T09:08:09.123Z"}}""", "Alpha_1, Root token")]
    [InlineData("""{"expiresAt":{"to":"2031-06-01T00:00:00Z"}}""", "beta %")]
    [InlineData("""{"lastUsedAt":{"from":"2031-05-16T00:00:00Z"}}""", "Root token")]
    [InlineData("""{"unusedFor":"P5D"}""", "Alpha_1, beta %, later, off")]
    [InlineData("""{"openToAnyAddress":false}""", "later")]
    [InlineData("""{"openToAnyAddress":true,"status":["INACTIVE"]}""", "off")]
    [InlineData("""{"rotationDue":true}""", "")]
    [InlineData("""{"tenantId":"TENANT"}""", "Alpha_1, beta %, later, off, Root token")]
    [InlineData("""{"ownerId":"TENANT","nameContains":"off"}""", "off")]
    [InlineData("""{"tenantId":"01979d6e-0000-7000-8000-000000000002"}""", "")]
    public async Task Every_condition_given_must_hold(string where, string names)
    {
        var condition = JsonSerializer.Deserialize<JsonElement>(where.Replace("TENANT", tenant, StringComparison.Ordinal));
        var page = (await service.Root.AskAsync(
            "query ($where: APITokenFilterInput) { apiTokens(where: $where, order: [{ name: ASC }]) { nodes { name } totalCount } }", new { where = condition })).Data.GetProperty("apiTokens");
        var found = page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("name").GetString()).Order(StringComparer.OrdinalIgnoreCase).ToArray();
        Assert.Equal(names, string.Join(", ", found));
        Assert.Equal(found.Length, page.GetProperty("totalCount").GetInt32());
    }

    private async Task<string> MakeAsync(object input)
    {
        clock.Advance(TimeSpan.FromHours(1));
        return (await service.Root.CreateTokenAsync(input)).Id;
    }
}
