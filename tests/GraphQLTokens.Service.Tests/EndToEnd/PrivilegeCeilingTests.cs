using System.Text.Json;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>Nobody makes, widens or takes over what stands above them, over GraphQL.</summary>
public sealed class PrivilegeCeilingTests(SharedService shared) : IClassFixture<SharedService>
{
    private const string Create = "mutation ($input: CreateAPITokenInput!) { createAPIToken(input: $input) { token { id expiresAt } } }";
    private const string Update = "mutation ($input: UpdateAPITokenInput!) { updateAPIToken(input: $input) { token { id } } }";
    private const string Rotate = "mutation ($id: ID!) { rotateAPIToken(input: { id: $id }) { token { value } } }";

    public static TheoryData<string, string, string> Above => new()
    {
        { """{"permissions":["UserRead"]}""", "input.permissions", "UserRead" },
        { """{"allowedCIDRBlocks":[]}""", "input.allowedCIDRBlocks", "addresses" },
        { """{"allowedCIDRBlocks":["0.0.0.0/0"]}""", "input.allowedCIDRBlocks", "addresses" },
        { """{"deniedCIDRBlocks":[]}""", "input.deniedCIDRBlocks", "addresses" },
        { """{"expiry":{"never":true}}""", "input.expiry", "2093-01-01" },
        { """{"expiry":{"at":"2093-01-01T00:00:00.001Z"}}""", "input.expiry", "2093-01-01" },
    };

    [Theory]
    [MemberData(nameof(Above))]
    public async Task A_token_above_its_maker_is_not_made_and_not_widened(string change, string argument, string words)
    {
        var maker = await MakerAsync();
        AssertFault(await maker.AskAsync(Create, new { input = Within(change) }), argument, words);

        var (id, _) = await maker.CreateTokenAsync(Within("{}"));
        var input = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(change)!;
        input["id"] = JsonSerializer.SerializeToElement(id);
        AssertFault(await maker.AskAsync(Update, new { input }), argument, words);
    }

    [Fact]
    public async Task A_token_as_wide_as_its_maker_is_made()
    {
        var (_, made) = await (await MakerAsync()).CreateTokenAsync(Within("{}"));
        _ = (await made.AskAsync("{ viewer { permissions } }")).Data;
    }

    [Theory]
    [InlineData("""{"name":"w","permissions":["UserRead"]}""")]
    [InlineData("""{"name":"w","allowedCIDRBlocks":[],"permissions":[]}""")]
    public async Task A_wider_token_is_not_rotated_but_may_be_ended(string wider)
    {
        var (id, victim) = await shared.Root.CreateTokenAsync(JsonSerializer.Deserialize<JsonElement>(wider));
        var maker = await MakerAsync();
        var error = (await maker.AskAsync(Rotate, new { id })).Error;
        Assert.Equal(("access denied", "ACCESS_DENIED", "rotateAPIToken"), (error.Message, error.Code, error.Path));
        _ = (await victim.AskAsync("{ __typename }")).Data;
        _ = (await maker.AskAsync("mutation ($id: ID!) { deleteAPIToken(input: { id: $id }) { id } }", new { id })).Data;
    }

    [Fact]
    public async Task With_the_right_to_one_s_own_another_s_token_is_absent()
    {
        var (_, own) = await shared.Root.CreateTokenAsync("own", "OwnAPITokenModify");
        var (id, _) = await shared.Root.CreateTokenAsync("another's");
        foreach (var document in new[] { Rotate, "mutation ($id: ID!) { deleteAPIToken(input: { id: $id }) { id } }", "mutation ($id: ID!) { updateAPIToken(input: { id: $id, name: \"x\" }) { token { id } } }" })
            Assert.Equal("NOT_FOUND", (await own.AskAsync(document, new { id })).Error.Code);
        var (made, _) = await own.CreateTokenAsync("mine");
        _ = (await own.AskAsync(Rotate, new { id = made })).Data;
    }

    private async Task<ServiceCaller> MakerAsync() => (await shared.Root.CreateTokenAsync(new
    {
        name = "maker",
        permissions = new[] { "OrganizationAPITokenModify", "AlertRead" },
        allowedCIDRBlocks = new[] { "127.0.0.0/8" },
        deniedCIDRBlocks = new[] { "127.9.0.0/16" },
        expiry = new { at = "2093-01-01T00:00:00Z" },
    })).Caller;

    /// <summary>As wide as the maker, but for the change.</summary>
    private static Dictionary<string, JsonElement> Within(string change)
    {
        var input = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>("""
            {
              "name": "made", "permissions": ["AlertRead"], "allowedCIDRBlocks": ["127.0.0.0/8"], "deniedCIDRBlocks": ["127.9.0.0/16"],
              "expiry": { "at": "2093-01-01T00:00:00Z" }
            }
            """)!;
        foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(change)!)
            input[name] = value;
        return input;
    }

    private static void AssertFault(ServiceAnswer answer, string argument, string words)
    {
        Assert.Equal(("INVALID_INPUT", argument), (answer.Error.Code, answer.Error.Extension("argument").GetString()));
        Assert.Contains(words, answer.Error.Message, StringComparison.Ordinal);
    }
}
