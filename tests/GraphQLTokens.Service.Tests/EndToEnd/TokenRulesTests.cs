using System.Text.Json;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>What create and update refuse, with the place of the fault.</summary>
public sealed class TokenRulesTests(SharedService shared) : IClassFixture<SharedService>
{
    public static TheoryData<string, string, string> Faults => new()
    {
        { """{"name":""}""", "input.name", "is empty" },
        { """{"name":"   "}""", "input.name", "is empty" },
        { $$"""{"name":"{{new string('x', 101)}}"}""", "input.name", "101 characters" },
        { """{"name":"a\u0000b"}""", "input.name", "control characters" },
        { """{"name":"a\u202Eb"}""", "input.name", "direction overrides" },
        { $$"""{"name":"n","description":"{{new string('x', 1001)}}"}""", "input.description", "1001 characters" },
        { """{"name":"n","allowedCIDRBlocks":["10.0.0.0/8","10.0.0.1/8"]}""", "input.allowedCIDRBlocks[1]", "10.0.0.0/8" },
        { """{"name":"n","allowedCIDRBlocks":["2001:db8::1/32"]}""", "input.allowedCIDRBlocks[0]", "2001:db8::/32" },
        { """{"name":"n","deniedCIDRBlocks":["nonsense"]}""", "input.deniedCIDRBlocks[0]", "nonsense" },
        { """{"name":"n","allowedCIDRBlocks":["10.0.0.0/33"]}""", "input.allowedCIDRBlocks[0]", "/33" },
        { $$"""{"name":"n","allowedCIDRBlocks":[{{string.Join(',', Enumerable.Repeat("\"10.0.0.1\"", 101))}}]}""", "input.allowedCIDRBlocks", "101 blocks" },
        { """{"name":"n","expiry":{"at":"2001-01-01T00:00:00Z"}}""", "input.expiry.at", "future" },
        { """{"name":"n","expiry":{"after":"PT0S"}}""", "input.expiry.after", "future" },
        { """{"name":"n","expiry":{"never":false}}""", "input.expiry", "never: true" },
        { """{"name":"n","notBefore":"2093-01-01T00:00:00Z","expiry":{"at":"2092-01-01T00:00:00Z"}}""", "input.notBefore", "before the expiry" },
        { """{"name":"n","metadata":[1]}""", "input.metadata", "JSON object" },
        { "{\"name\":\"n\",\"metadata\":{\"a\":\"" + new string('x', 8200) + "\"}}", "input.metadata", "8192" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_value_that_the_rules_refuse_is_told_with_its_place(string input, string argument, string words)
    {
        var created = await shared.Root.AskAsync(
            "mutation ($input: CreateAPITokenInput!) { createAPIToken(input: $input) { token { id } } }", new { input = JsonSerializer.Deserialize<JsonElement>(input) });
        AssertFault(created, "createAPIToken", argument, words);

        var (id, _) = await shared.Root.CreateTokenAsync("subject");
        var change = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(input)!;
        change["id"] = JsonSerializer.SerializeToElement(id);
        var updated = await shared.Root.AskAsync("mutation ($input: UpdateAPITokenInput!) { updateAPIToken(input: $input) { token { id } } }", new { input = change });
        AssertFault(updated, "updateAPIToken", argument, words);
    }

    [Theory]
    [InlineData("""{"name":"n","permissions":["Nonsense"]}""", "Nonsense")]
    [InlineData("""{"name":"n","expiry":{"at":"tomorrow"}}""", "DateTime")]
    [InlineData("""{"name":"n","expiry":{"after":"soon"}}""", "Duration")]
    [InlineData("""{"name":"n","expiry":{"after":"P1D","never":true}}""", "ExpiryInput")]
    [InlineData("""{"name":"n","expiry":{}}""", "ExpiryInput")]
    [InlineData("""{"name":"n","colour":"red"}""", "colour")]
    [InlineData("""{}""", "name")]
    [InlineData("""{"name":7}""", "String")]
    public async Task A_value_that_does_not_fit_its_type_is_bad_user_input(string input, string words)
    {
        var answer = await shared.Root.AskAsync(
            "mutation ($input: CreateAPITokenInput!) { createAPIToken(input: $input) { token { id } } }", new { input = JsonSerializer.Deserialize<JsonElement>(input) });
        Assert.Equal("BAD_USER_INPUT", answer.Error.Code);
        Assert.Contains(words, answer.Error.Message, StringComparison.Ordinal);
        Assert.False(answer.Json.TryGetProperty("data", out var data) && data.ValueKind is not JsonValueKind.Null);
    }

    [Theory]
    [InlineData("8.8.8.8", "8.8.8.8/32")]
    [InlineData("2001:DB8::1", "2001:db8::1/128")]
    [InlineData("::ffff:10.0.0.1", "10.0.0.1/32")]
    [InlineData("::ffff:10.0.0.0/104", "10.0.0.0/8")]
    [InlineData("0.0.0.0/0", "0.0.0.0/0")]
    public async Task Blocks_are_kept_in_canonical_form(string given, string kept)
    {
        var (id, _) = await shared.Root.CreateTokenAsync(new { name = "n", allowedCIDRBlocks = new[] { given } });
        var token = (await shared.Root.AskAsync("query ($id: ID!) { apiToken(id: $id) { allowedCIDRBlocks } }", new { id })).Data.GetProperty("apiToken");
        Assert.Equal([kept], token.GetProperty("allowedCIDRBlocks").EnumerateArray().Select(block => block.GetString()));
    }

    [Fact]
    public async Task Names_are_labels_and_need_not_be_unique()
    {
        var (first, _) = await shared.Root.CreateTokenAsync("twin");
        var (second, _) = await shared.Root.CreateTokenAsync("twin");
        Assert.NotEqual(first, second);
    }

    private static void AssertFault(ServiceAnswer answer, string path, string argument, string words)
    {
        Assert.Equal(("INVALID_INPUT", path), (answer.Error.Code, answer.Error.Path));
        Assert.Equal(argument, answer.Error.Extension("argument").GetString());
        Assert.Contains(words, answer.Error.Message, StringComparison.Ordinal);
        Assert.Contains(argument, answer.Error.Message, StringComparison.Ordinal);
    }
}
