using System.Net;
using System.Net.Http.Headers;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>What the doors answer before a document is looked at.</summary>
public sealed class DoorTests : IAsyncLifetime
{
    private const string Document = "{ viewer { address } }";
    private ServiceApplication service = null!;

    public async Task InitializeAsync() => service = await ServiceApplication.StartAsync(new() { ["Proxies:Trusted:0"] = "127.0.0.9" });

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Theory]
    [InlineData("/graphql")]
    [InlineData("/public/graphql")]
    public async Task Both_paths_answer_to_either_header(string path)
    {
        var key = service.Root.Key!;
        _ = (await service.Caller(null).SendAsync(Post(path, headers => headers.Add("X-API-Key", key)))).Data;
        _ = (await service.Caller(null).SendAsync(Post(path, headers => headers.Authorization = new AuthenticationHeaderValue("Bearer", key)))).Data;
    }

    [Theory]
    [InlineData("/graphql")]
    [InlineData("/public/graphql")]
    public async Task Without_a_key_the_answer_is_401_and_no_GraphQL_result(string path)
    {
        var answer = await service.Caller(null).SendAsync(Post(path));
        AssertProblem(answer, HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
        Assert.Equal("Bearer realm=\"GraphQLTokens\", ApiKey realm=\"GraphQLTokens\"", answer.Challenges);
    }

    [Theory]
    [InlineData("hunter2")]
    [InlineData("gqt_0000000000000000000000_0000000000000000000000000000000000000000000000000")]
    [InlineData("{\"a\": 1}")]
    public async Task An_invalid_key_is_401_whatever_the_request_asks(string key)
    {
        var answer = await service.Caller(key).SendAsync(new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent("{ broken") });
        AssertProblem(answer, HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
        Assert.Contains("error=\"invalid_token\"", answer.Challenges, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_different_credentials_are_refused()
    {
        var (_, other) = await service.Root.CreateTokenAsync("other");
        var answer = await service.Root.SendAsync(Post("/graphql", headers =>
        {
            headers.Add("X-API-Key", service.Root.Key);
            headers.Authorization = new AuthenticationHeaderValue("Bearer", other.Key);
        }));
        AssertProblem(answer, HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
    }

    [Theory]
    [InlineData("127.0.0.2", HttpStatusCode.OK)]
    [InlineData("127.0.0.3", HttpStatusCode.Forbidden)]
    public async Task A_token_is_good_from_its_addresses_alone(string from, HttpStatusCode status)
    {
        var (_, caller) = await service.Root.CreateTokenAsync(new { name = "near", allowedCIDRBlocks = new[] { "127.0.0.2" } });
        var answer = await service.Caller(caller.Key, from).AskAsync(Document);
        Assert.Equal(status, answer.Status);
        if (status is HttpStatusCode.Forbidden)
            AssertProblem(answer, HttpStatusCode.Forbidden, "ADDRESS_NOT_ALLOWED");
        else
            Assert.Equal("127.0.0.2", answer.Data.GetProperty("viewer").GetProperty("address").GetString());
    }

    [Fact]
    public async Task A_denied_block_outweighs_an_allowed_one()
    {
        var (_, caller) = await service.Root.CreateTokenAsync(new { name = "n", allowedCIDRBlocks = new[] { "127.0.0.0/8" }, deniedCIDRBlocks = new[] { "127.0.0.3" } });
        Assert.Equal(HttpStatusCode.OK, (await service.Caller(caller.Key, "127.0.0.2").AskAsync(Document)).Status);
        AssertProblem(await service.Caller(caller.Key, "127.0.0.3").AskAsync(Document), HttpStatusCode.Forbidden, "ADDRESS_NOT_ALLOWED");
    }

    [Theory]
    [InlineData("127.0.0.9", "203.0.113.7", "203.0.113.7")]
    [InlineData("127.0.0.9", "198.51.100.1, 203.0.113.7", "203.0.113.7")]
    [InlineData("127.0.0.8", "203.0.113.7", "127.0.0.8")]
    public async Task A_forwarding_header_counts_from_a_trusted_proxy_alone(string from, string header, string address)
    {
        var answer = await service.Caller(service.Root.Key, from).SendAsync(Post("/graphql", headers => headers.Add("X-Forwarded-For", header)));
        Assert.Equal(address, answer.Data.GetProperty("viewer").GetProperty("address").GetString());
    }

    [Fact]
    public async Task A_key_that_proxies_forward_is_judged_by_the_client_s_address()
    {
        var (_, caller) = await service.Root.CreateTokenAsync(new { name = "far", allowedCIDRBlocks = new[] { "203.0.113.0/24" } });
        var proxied = service.Caller(caller.Key, "127.0.0.9");
        _ = (await proxied.SendAsync(Post("/graphql", headers => headers.Add("X-Forwarded-For", "203.0.113.7")))).Data;
        AssertProblem(await proxied.SendAsync(Post("/graphql", headers => headers.Add("X-Forwarded-For", "198.51.100.7"))), HttpStatusCode.Forbidden, "ADDRESS_NOT_ALLOWED");
        AssertProblem(await proxied.AskAsync(Document), HttpStatusCode.Forbidden, "ADDRESS_NOT_ALLOWED");
    }

    private static HttpRequestMessage Post(string path, Action<HttpRequestHeaders>? write = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent($$"""{"query":"{{Document}}"}""", new MediaTypeHeaderValue("application/json")) };
        write?.Invoke(request.Headers);
        return request;
    }

    internal static void AssertProblem(ServiceAnswer answer, HttpStatusCode status, string code)
    {
        Assert.Equal((status, "application/problem+json", "no-store"), (answer.Status, answer.ContentType, answer.CacheControl));
        Assert.Equal(((int)status, code), (answer.Json.GetProperty("status").GetInt32(), answer.Json.GetProperty("code").GetString()));
        Assert.Equal(answer.Json.GetProperty("detail").GetString(), answer.Json.GetProperty("message").GetString());
        Assert.False(answer.Json.TryGetProperty("errors", out _));
    }
}
