using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>A door by which tokens are made and rotated, for tests that send requests with an idempotency key through each.</summary>
internal sealed record IdempotentDoor(string Name)
{
    public static readonly IdempotentDoor GraphQL = new("/graphql");
    public static readonly IdempotentDoor PublicGraphQL = new("/public/graphql");
    public static readonly IdempotentDoor Rest = new("/api-tokens");

    public static TheoryData<string> All => [GraphQL.Name, PublicGraphQL.Name, Rest.Name];

    public Task<ServiceAnswer> CreateAsync(ServiceCaller caller, string? key, string name) => SendAsync(caller, key, Name == Rest.Name
        ? new HttpRequestMessage(HttpMethod.Post, Name) { Content = JsonContent.Create(new { name }) }
        : Post("mutation ($input: CreateAPITokenInput!) { createAPIToken(input: $input) { token { id name value lastUsedAt } } }", new { name }));

    /// <param name="id">Null: <c>self</c>.</param>
    public Task<ServiceAnswer> RotateAsync(ServiceCaller caller, string? key, string? id, string? overlap = null) => SendAsync(caller, key, Name == Rest.Name
        ? new HttpRequestMessage(HttpMethod.Post, $"{Name}/{id ?? "self"}/rotate") { Content = JsonContent.Create(new { overlap }) }
        : Post("mutation ($input: RotateAPITokenInput) { rotateAPIToken(input: $input) { token { id value rotatedAt } } }", new { id, overlap }));

    public static async Task<ServiceAnswer> SendAsync(ServiceCaller caller, string? key, HttpRequestMessage request)
    {
        if (key is not null)
            Assert.True(request.Headers.TryAddWithoutValidation("Idempotency-Key", key));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return await caller.SendAsync(request);
    }

    public override string ToString() => Name;

    private HttpRequestMessage Post(string query, object input) => new(HttpMethod.Post, Name) { Content = JsonContent.Create(new { query, variables = new { input } }) };
}

internal static class IdempotentAnswers
{
    /// <summary>The id and the value in an answer, whichever door it came through.</summary>
    public static (string Id, string Value) Made(this ServiceAnswer answer)
    {
        Assert.True(answer.Status == System.Net.HttpStatusCode.OK && answer.Errors.Count == 0, answer.ToString());
        var token = answer.Json.TryGetProperty("data", out var data) ? data.EnumerateObject().Single().Value.GetProperty("token") : answer.Json;
        return (token.GetProperty("id").GetString()!, token.GetProperty("value").GetString()!);
    }

    public static bool IsReplayed(this ServiceAnswer answer) => answer.Headers.TryGetValue("Idempotent-Replayed", out var replayed) && replayed == "true";
}
