using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Logging;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>Nothing secret in logs, whatever is done with a token.</summary>
public sealed class SecretLogTests
{
    [Fact]
    public async Task No_part_of_a_value_is_logged_at_any_level()
    {
        await using var service = await ServiceApplication.StartAsync();
        var (id, caller) = await service.Root.CreateTokenAsync("used");
        var (key, root) = (caller.Key!, service.Root);
        string[] bodies =
        [
            $$$"""{"query":"{ viewer { address } }","variables":{"key":"{{{key}}}"}}""",
            $$$"""{"query":"query ($key: ID!) { apiToken(id: $key) { id } }","variables":{"key":"{{{key}}}"}}""",
            $$$"""{"query":"query ($key: Int) { apiTokens(first: $key) { totalCount } }","variables":{"key":"{{{key}}}"}}""",
            $$$"""{"query":"mutation { rotateAPIToken(input: { id: \"{{{key}}}\" }) { token { id } } }"}""",
            $$$"""{"query":"mutation { createAPIToken(input: { name: \"{{{key}}}\", permissions: [{{{key}}}] }) { token { id } } }"}""",
            $$$"""{"query":"mutation { createAPIToken(input: { name: \"a\", allowedCIDRBlocks: [\"{{{key}}}\"] }) { token { id } } }"}""",
            $$$"""{"query":"{ {{{key}}} }"}""",
            $$$"""{"query":"{ viewer { address }","operationName":"{{{key}}}"}""",
            $$$"""{"query":"{ \"{{{key}}}"}""",
            $$$"""{"query": {{{key}}}""",
            $$$"""{"{{{key}}}": "{{{key}}}"}""",
            key,
        ];
        foreach (var sender in new[] { root, caller, service.Caller(null), service.Caller(key[..^1] + "x"), service.Caller(key + key), service.Caller(key, "127.0.0.8") })
        {
            foreach (var body in bodies)
                await sender.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, new MediaTypeHeaderValue("application/json")) });
            foreach (var type in new[] { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data" })
                await sender.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent($"query={key}", new MediaTypeHeaderValue(type)) });
            foreach (var scheme in new[] { "Bearer", "Basic", "Token" })
                await sender.SendAsync(With(request => request.Headers.Authorization = new AuthenticationHeaderValue(scheme, key)));
            await sender.SendAsync(With(request => request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"a:{key}")))));
            foreach (var header in new[] { "Cookie", "X-Forwarded-For", "Accept", "X-Trace", "traceparent", "Origin" })
                await sender.SendAsync(With(request => request.Headers.TryAddWithoutValidation(header, key)));
        }
        var rotated = (await root.AskAsync("mutation ($id: ID!) { rotateAPIToken(input: { id: $id }) { token { value } } }", new { id })).Data;
        var next = rotated.GetProperty("rotateAPIToken").GetProperty("token").GetProperty("value").GetString()!;
        await caller.AskAsync("{ viewer { address } }");
        await root.AskAsync("mutation ($id: ID!) { deleteAPIToken(input: { id: $id }) { id } }", new { id });
        await caller.With(next).AskAsync("{ viewer { address } }");

        Assert.Contains("Denied:", service.Log.Text, StringComparison.Ordinal);
        Assert.Contains("Trace:", service.Log.Text, StringComparison.Ordinal);
        SecretWatch.AssertAbsent(service.Log.Text, key, next, root.Key!);
    }

    [Fact]
    public async Task A_value_in_a_url_is_not_logged_by_the_levels_that_the_service_comes_with()
    {
        await using var service = await ServiceApplication.StartAsync(frameworkLevel: LogLevel.Warning);
        var key = (await service.Root.CreateTokenAsync("used")).Caller.Key!;
        foreach (var url in new[] { $"/{key}", $"/graphql/{key}", $"/graphql?key={key}", $"/graphql?query={{{key}}}", $"/graphql?query={{viewer{{address}}}}&variables={key}", $"/health/live?key={key}" })
        {
            await service.Root.SendAsync(new HttpRequestMessage(HttpMethod.Get, url));
            await service.Caller(null).SendAsync(new HttpRequestMessage(HttpMethod.Post, url));
        }
        SecretWatch.AssertAbsent(service.Log.Text, key);
    }

    private static HttpRequestMessage With(Action<HttpRequestMessage> write)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent("""{"query":"{ __typename }"}""", new MediaTypeHeaderValue("application/json")) };
        write(request);
        return request;
    }
}
