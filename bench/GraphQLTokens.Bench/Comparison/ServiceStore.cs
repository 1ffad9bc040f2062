using System.Net.Http.Json;
using System.Text.Json;

namespace GraphQLTokens.Bench.Comparison;

/// <summary>Fills an empty service by way of its own API, as its operator would.</summary>
internal sealed class ServiceStore(HttpClient http, ServerProcess server, string rootToken)
{
    private const int Tokens = 1000;
    private const int AtOnce = 32;

    /// <summary>What every measured request bears: a key that expires, with two CIDR blocks and a permission to be asked for.</summary>
    public Task<string> CreateKeyAsync() => CreateAsync("""
        name: "bench", expiry: { after: "P365D" }, allowedCIDRBlocks: ["10.0.0.0/8", "127.0.0.0/8"],
        permissions: [OrganizationAPITokenRead, OrganizationAPITokenModify, OrganizationAPITokenVerify]
        """);

    /// <summary>The values of the tokens that are then there.</summary>
    public async Task<string[]> FillAsync()
    {
        var values = new string[Tokens];
        await Parallel.ForEachAsync(Enumerable.Range(0, Tokens), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) =>
            values[number] = await CreateAsync($"""name: "Service account {number}", permissions: [AlertRead, RuleRead], allowedCIDRBlocks: ["10.0.0.0/8", "192.0.2.0/24"]"""));
        return values;
    }

    /// <summary>An access token of a key, that lasts as long as the comparison.</summary>
    public async Task<string> CreateAccessTokenAsync(string key) =>
        (await AskAsync("mutation { createAccessToken(input: { lifetime: \"PT1H\" }) { accessToken } }", key)).GetProperty("createAccessToken").GetProperty("accessToken").GetString()!;

    private async Task<string> CreateAsync(string input) =>
        (await AskAsync("mutation { createAPIToken(input: { " + input + " }) { token { value } } }", rootToken)).GetProperty("createAPIToken").GetProperty("token").GetProperty("value").GetString()!;

    private async Task<JsonElement> AskAsync(string document, string key)
    {
        using var content = new StringContent(GraphQLBody.Of(document), System.Text.Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, "/graphql")) { Content = content };
        request.Headers.Add("X-API-Key", key);
        using var response = await http.SendAsync(request);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        if (answer.TryGetProperty("errors", out var errors) || !answer.TryGetProperty("data", out var data))
            throw new InvalidOperationException($"The service would not be filled: {answer}");
        return data;
    }
}
