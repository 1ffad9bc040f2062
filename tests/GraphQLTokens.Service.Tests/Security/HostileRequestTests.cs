using System.Net;
using System.Net.Http.Json;
using GraphQLTokens.Service.Tests.EndToEnd;

namespace GraphQLTokens.Service.Tests.Security;

/// <summary>Requests that somebody would send who looks for a way around, or for a way to break something.</summary>
public sealed class HostileRequestTests(SharedService shared) : IClassFixture<SharedService>
{
    public static TheoryData<string> Documents => new()
    {
        "mutation { createAPIToken(input: { name: \"x\", expiry: { after: \"P\u0663D\" } }) { token { id } } }",
        $"mutation {{ createAPIToken(input: {{ name: \"x\", metadata: {{ a: {new string('[', 150)}{new string(']', 150)} }} }}) {{ token {{ id }} }} }}",
        "{ a: apiTokens { nodes { effectivePermissions } } b: apiTokens { nodes { effectivePermissions } } }",
        "{ apiTokens(after: \"AQEAAAAA\", order: [{ name: ASC }]) { totalCount } }",
        "{ apiTokens(where: { createdAt: { from: \"9999-12-31T23:59:59.999Z\", to: \"0001-01-01T00:00:00Z\" }, unusedFor: \"P365250D\" }) { totalCount } }",
        "{ apiTokens(where: { nameContains: \"\\u0000%_'\\\"\" }) { totalCount } }",
        "{ node(id: \"\\u0000\") { id } nodes(ids: [\"\", \"self\", \"'; DROP TABLE tokens; --\"]) { id } }",
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Nothing_that_is_sent_is_a_failure_of_the_service(string document)
    {
        var answer = await shared.Root.AskAsync(document);

        Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest, answer.ToString());
        Assert.DoesNotContain("INTERNAL_SERVER_ERROR", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SELF")]
    [InlineData(" self")]
    [InlineData("self\u0000")]
    [InlineData("ｓｅｌｆ")]
    [InlineData("")]
    public async Task Nothing_but_self_is_self(string id)
    {
        var (_, nobody) = await shared.Root.CreateTokenAsync("nobody");

        Assert.Equal("ACCESS_DENIED", (await nobody.AskAsync("query ($id: ID!) { apiToken(id: $id) { id } }", new { id })).Error.Code);
        Assert.Equal("ACCESS_DENIED", (await nobody.AskAsync("mutation ($id: ID!) { rotateAPIToken(input: { id: $id }) { token { id } } }", new { id })).Error.Code);
        Assert.Equal(HttpStatusCode.OK, (await nobody.AskAsync("{ viewer { address } }")).Status);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "198.51.100.7", "ADDRESS_NOT_ALLOWED")]
    [InlineData("X-Forwarded-For", "127.0.0.5, 198.51.100.7", "ADDRESS_NOT_ALLOWED")]
    [InlineData("X-Forwarded-For", "127.0.0.5, unknown", "ADDRESS_REQUIRED")]
    [InlineData("Forwarded", "for=127.0.0.5, for=198.51.100.7", "ADDRESS_NOT_ALLOWED")]
    [InlineData("Forwarded", "for=\", for=198.51.100.7", "ADDRESS_REQUIRED")]
    public async Task No_forwarding_header_lends_a_client_the_address_of_the_proxy(string header, string value, string code)
    {
        await using var service = await ServiceApplication.StartAsync(new() { ["Proxies:Trusted:0"] = "127.0.0.5", ["Proxies:Header"] = header });
        var (_, bound) = await service.Root.CreateTokenAsync(new { name = "inside", allowedCIDRBlocks = new[] { "127.0.0.0/8" } });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = "{ viewer { address } }" }) };
        request.Headers.TryAddWithoutValidation(header, value);

        var answer = await service.Caller(bound.Key, "127.0.0.5").SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal(code, answer.Json.GetProperty("code").GetString());
    }
}
