using System.Net;
using System.Text.Json;

namespace GraphQLTokens.Service.Tests.EndToEnd;

public sealed class UpdateTokenTests(SharedService shared) : IClassFixture<SharedService>
{
    private const string Fields = "name description permissions allowedCIDRBlocks deniedCIDRBlocks status notBefore expiresAt metadata";
    private const string Update = $"mutation ($input: UpdateAPITokenInput!) {{ updateAPIToken(input: $input) {{ token {{ {Fields} value updatedAt updatedByActor {{ ... on APIToken {{ name }} }} }} }} }}";

    public static TheoryData<string, string, string> Changes => new()
    {
        { """{"name":"after"}""", "name", "\"after\"" },
        { """{"description":"new"}""", "description", "\"new\"" },
        { """{"description":null}""", "description", "null" },
        { """{"permissions":["UserRead"]}""", "permissions", """["UserRead"]""" },
        { """{"permissions":[]}""", "permissions", "[]" },
        { """{"allowedCIDRBlocks":[]}""", "allowedCIDRBlocks", "[]" },
        { """{"deniedCIDRBlocks":["10.1.0.0/16"]}""", "deniedCIDRBlocks", """["10.1.0.0/16"]""" },
        { """{"active":false}""", "status", "\"INACTIVE\"" },
        { """{"notBefore":null}""", "notBefore", "null" },
        { """{"notBefore":"2002-01-01T00:00:00Z"}""", "notBefore", "\"2002-01-01T00:00:00.000Z\"" },
        { """{"expiry":{"never":true}}""", "expiresAt", "null" },
        { """{"expiry":null}""", "expiresAt", "null" },
        { """{"expiry":{"at":"2094-01-01T00:00:00Z"}}""", "expiresAt", "\"2094-01-01T00:00:00.000Z\"" },
        { """{"metadata":{"b":2}}""", "metadata", """{"b":2}""" },
        { """{"metadata":null}""", "metadata", "null" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Changes_what_is_given_and_nothing_else(string change, string field, string value)
    {
        var (id, _) = await CreateAsync();
        var before = await ReadAsync(id);
        var updated = (await shared.Root.AskAsync(Update, new { input = With(change, id) })).Data.GetProperty("updateAPIToken").GetProperty("token");
        Assert.Equal(JsonValueKind.Null, updated.GetProperty("value").ValueKind);
        Assert.Equal("Root token", updated.GetProperty("updatedByActor").GetProperty("name").GetString());
        Assert.NotNull(updated.GetProperty("updatedAt").GetString());

        var after = await ReadAsync(id);
        Assert.Equal(value, after[field]);
        before[field] = value;
        Assert.Equal(before, after);
    }

    [Theory]
    [InlineData("""{"name":null}""", "input.name")]
    [InlineData("""{"permissions":null}""", "input.permissions")]
    [InlineData("""{"allowedCIDRBlocks":null}""", "input.allowedCIDRBlocks")]
    [InlineData("""{"deniedCIDRBlocks":null}""", "input.deniedCIDRBlocks")]
    [InlineData("""{"active":null}""", "input.active")]
    public async Task Null_is_a_fault_where_a_token_must_have_something(string change, string argument)
    {
        var (id, _) = await CreateAsync();
        var error = (await shared.Root.AskAsync(Update, new { input = With(change, id) })).Error;
        Assert.Equal(("INVALID_INPUT", argument), (error.Code, error.Extension("argument").GetString()));
    }

    [Fact]
    public async Task A_narrowed_token_is_narrow_at_once()
    {
        var (id, caller) = await shared.Root.CreateTokenAsync("wide", "OrganizationAPITokenRead");
        _ = (await caller.AskAsync("{ apiTokens(first: 1) { nodes { id } } }")).Data;
        _ = (await shared.Root.AskAsync(Update, new { input = new { id, permissions = Array.Empty<string>() } })).Data;
        Assert.Equal("access denied", (await caller.AskAsync("{ apiTokens(first: 1) { nodes { id } } }")).Error.Message);

        _ = (await shared.Root.AskAsync(Update, new { input = new { id, allowedCIDRBlocks = new[] { "10.0.0.0/8" } } })).Data;
        DoorTests.AssertProblem(await caller.AskAsync("{ __typename }"), HttpStatusCode.Forbidden, "ADDRESS_NOT_ALLOWED");
    }

    [Fact]
    public async Task An_inactive_token_is_refused_until_it_is_active_again()
    {
        var (id, caller) = await shared.Root.CreateTokenAsync("switch");
        _ = (await shared.Root.AskAsync(Update, new { input = new { id, active = false } })).Data;
        DoorTests.AssertProblem(await caller.AskAsync("{ __typename }"), HttpStatusCode.Unauthorized, "TOKEN_INACTIVE");
        _ = (await shared.Root.AskAsync(Update, new { input = new { id, active = true } })).Data;
        _ = (await caller.AskAsync("{ __typename }")).Data;
    }

    [Fact]
    public async Task A_token_that_does_not_exist_is_said_so()
    {
        var error = (await shared.Root.AskAsync(Update, new { input = new { id = Guid.NewGuid(), name = "x" } })).Error;
        Assert.Equal("NOT_FOUND", error.Code);
        Assert.EndsWith("does not exist", error.Message, StringComparison.Ordinal);
    }

    private Task<(string Id, ServiceCaller Caller)> CreateAsync() => shared.Root.CreateTokenAsync(new
    {
        name = "before",
        description = "old",
        permissions = new[] { "AlertRead" },
        allowedCIDRBlocks = new[] { "10.0.0.0/8" },
        deniedCIDRBlocks = new[] { "10.9.0.0/16" },
        notBefore = "2001-01-01T00:00:00Z",
        expiry = new { at = "2093-01-01T00:00:00Z" },
        metadata = new { a = 1 },
    });

    private async Task<Dictionary<string, string>> ReadAsync(string id)
    {
        var token = (await shared.Root.AskAsync($"query ($id: ID!) {{ apiToken(id: $id) {{ {Fields} }} }}", new { id })).Data.GetProperty("apiToken");
        return token.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetRawText());
    }

    private static Dictionary<string, JsonElement> With(string change, string id) =>
        new(JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(change)!) { ["id"] = JsonSerializer.SerializeToElement(id) };
}
