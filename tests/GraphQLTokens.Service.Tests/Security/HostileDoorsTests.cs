using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using GraphQLTokens.Service.Tests.EndToEnd;
using Xunit.Abstractions;

namespace GraphQLTokens.Service.Tests.Security;

/// <summary>Every door that takes a body is sent every body under every type, those of the other doors too: none of it is a failure of the service, or tells of its inside.</summary>
public sealed partial class HostileDoorsTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly string[] Doors =
    [
        "/graphql", "/public/graphql", "/api-tokens", "/api-tokens/self", "/api-tokens/self/cancel-rotation", "/api-tokens/nobody/rotate", "/api-tokens/verify", "/api-tokens/revoke",
        "/access_token", "/connect/api/v1/access_token", "/connect/token", "/oauth/token", "/oauth/introspect", "/oauth/revoke", "/auth/forward?permission=AlertRead", "/", "/docs/",
    ];

    private static readonly string?[] Types =
    [
        null, "application/json", "application/json; charset=utf-7", "application/json; charset='x", "application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=utf-7",
        "application/x-www-form-urlencoded; charset=\"utf-8", "multipart/form-data; boundary=", "application/graphql", "/",
    ];

    // In Latin-1, so that there are bytes that are no UTF-8.
    private static readonly string[] Bodies =
    [
        "", "{}", "[]", "null", "\"\"", "{\"a\":1,\"a\":2}", "{\"\\ud800\":1,\"b\":2}", "ÿþ", "%", "=&=&=", "&&&", string.Concat(Enumerable.Repeat("{\"a\":", 200)),
        """{"query":1}""", """{"query":"{__typename}","variables":[]}""", """{"query":"{__typename}","extensions":{"persistedQuery":{"version":"1","sha256Hash":5}}}""", """{"documentId":"\u0000"}""",
        """{"value":null}""", """{"value":"\udc00"}""", """{"items":[null]}""", """{"value":"x","require":{"allOf":[]}}""", """{"value":"x","cost":1e400}""", """{"value":"x","ipAddress":""}""",
        """{"name":null}""", """{"name":"x","expiry":{"after":"P999999999W"}}""", """{"name":"x","expiry":{"at":"9999-12-31T23:59:59.999-14:00"}}""", """{"name":"x","notBefore":"0001-01-01T00:00:00+14:00"}""",
        """{"name":"x","rateLimit":{"limit":2147483648,"window":"PT0S"}}""", """{"name":"x","metadata":{"a":1e999999,"b":"\ud800"}}""", """{"name":"x","allowedCIDRBlocks":["::/129","/",null]}""",
        """{"overlap":"-PT1S"}""", """{"keep":"sideways"}""",
        "grant_type=client_credentials&client_id=x&client_secret=y", "grant_type=client_credentials&scope=%00&audience=%e2%80%a8", "grant_type=%ff&%00=%",
        "grant_type=urn:ietf:params:oauth:grant-type:token-exchange&subject_token=a.b.c&subject_token_type=urn:ietf:params:oauth:token-type:jwt", "token=x&ip_address=::1%251", "token=%ed%a0%80",
    ];

    private ServiceApplication service = null!;

    public async Task InitializeAsync() => service = await ServiceApplication.StartAsync(new() { ["RateLimits:Revocations"] = "1000000" });

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task No_body_at_any_door_is_a_failure_of_the_service()
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(service.Url) };
        var failures = new List<string>();
        foreach (var door in Doors)
        {
            foreach (var (type, body) in from type in Types from body in Bodies select (type, body))
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, door) { Content = new ByteArrayContent(Encoding.Latin1.GetBytes(body)), Headers = { { "X-API-Key", service.Root.Key } } };
                if (type is not null)
                    request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
                using var answer = await client.SendAsync(request);
                var text = await answer.Content.ReadAsStringAsync();
                if (answer.StatusCode >= HttpStatusCode.InternalServerError || Inside().IsMatch(text))
                    failures.Add($"{door} as {type}: {body} => {(int)answer.StatusCode} {text}");
            }
        }

        failures.ForEach(output.WriteLine);
        Assert.Empty(failures);
        Assert.Equal(HttpStatusCode.OK, (await service.Root.AskAsync("{ apiTokens { nodes { name metadata } } }")).Status);
    }

    [GeneratedRegex(@"INTERNAL_SERVER_ERROR|Exception|System\.|Microsoft\.|GraphQLTokens\.Service|(?i:sqlite)|   at |\.cs\b")]
    private static partial Regex Inside();
}
