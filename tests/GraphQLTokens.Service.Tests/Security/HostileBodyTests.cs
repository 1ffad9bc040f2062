using System.Net;
using System.Net.Http.Headers;
using System.Text;
using GraphQLTokens.Service.Operations;
using GraphQLTokens.Service.Tests.EndToEnd;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Tests.Security;

/// <summary>Bodies that are JSON to the letter, and sent to break something with it.</summary>
public sealed class HostileBodyTests(SharedService shared) : IClassFixture<SharedService>
{
    public static TheoryData<string, string> Texts => new()
    {
        { "/api-tokens", """{"name":"\ud800"}""" },
        { "/api-tokens", """{"name":"x","\ud800":1}""" },
        { "/api-tokens", """{"name":"x","metadata":{"a":"\ud800"}}""" },
        { "/api-tokens", """{"name":"x","metadata":{"\udc00":1,"a":2}}""" },
        { "/api-tokens", """{"name":"x","metadata":{"a":[{"b":"\udc00\ud800"}]}}""" },
        { "/api-tokens", "{\"name\":\"x\",\"metadata\":{\"a\":\"ÿ\"}}" },
        { "/api-tokens", "{\"name\":\"ÿþ\"}" },
        { "/api-tokens/self", """{"name":"x","metadata":{"a":"\ud800"}}""" },
        { "/api-tokens/self", """{"name":"x","metadata":{"\ud800":""}}""" },
        { "/api-tokens/self/rotate", """{"\ud800":1,"b":2}""" },
        { "/api-tokens/self/cancel-rotation", """{"keep":"\ud800"}""" },
        { "/api-tokens/verify", """{"\ud800":1,"value":"x"}""" },
        { "/api-tokens/verify", """{"items":[{"value":"x","require":{"\ud800":1}}]}""" },
        { "/api-tokens/revoke", """{"value":"\ud800"}""" },
        { "/api-tokens/revoke", """{"\udfff":1,"value":"x"}""" },
    };

    /// <param name="body">In Latin-1, so that it can hold bytes that are no UTF-8.</param>
    [Theory]
    [MemberData(nameof(Texts))]
    public async Task What_is_no_Unicode_is_refused_and_kept_nowhere(string path, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(Encoding.Latin1.GetBytes(body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        var answer = await shared.Root.SendAsync(request);

        Assert.True(answer.Status == HttpStatusCode.BadRequest, answer.ToString());
        Assert.Equal("BAD_REQUEST", answer.Json.GetProperty("code").GetString());
        // One token with metadata that cannot be written spoils the list for everybody who asks for it.
        _ = (await shared.Root.AskAsync("{ apiTokens { nodes { name metadata } } }")).Data;
    }

    [Fact]
    public async Task Thousands_of_faults_are_neither_told_nor_kept()
    {
        var members = string.Join(',', Enumerable.Range(0, 5_000).Select(number => $"\"{number}\":1"));
        var unknown = await PostAsync("/api-tokens/revoke", $"{{{members}}}", key: null);
        var permissions = await PostAsync("/api-tokens", $$"""{"name":"x","permissions":[{{string.Join(',', Enumerable.Repeat("\"NoSuch\"", 5_000))}}]}""", shared.Root.Key);

        foreach (var answer in new[] { unknown, permissions })
        {
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Equal(InputFault.MaxTold, answer.Json.GetProperty("faults").GetArrayLength());
            Assert.InRange(answer.Text.Length, 1, 32 * 1024);
        }

        await using var store = await shared.Service.OpenStoreAsync();
        Assert.InRange(await store.AuditEvents.MaxAsync(row => row.Errors!.Length), 1, 16 * 1024);
    }

    private Task<ServiceAnswer> PostAsync(string path, string body, string? key) => shared.Root.With(key).SendAsync(
        new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
}
