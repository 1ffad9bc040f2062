using System.Net;
using System.Net.Http.Headers;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>GraphQL over HTTP as the service itself serves it, on either path.</summary>
public sealed class HttpTests(SharedService shared) : IClassFixture<SharedService>
{
    private const string Query = "query={__typename}";
    private const string Mutation = "query=mutation{rotateAPIToken{token{id}}}";

    [Theory]
    [InlineData("/graphql")]
    [InlineData("/public/graphql")]
    public async Task A_query_may_come_by_GET_and_a_mutation_may_not(string path)
    {
        Assert.Equal("Query", (await GetAsync($"{path}?{Query}")).Data.GetProperty("__typename").GetString());
        var refused = await GetAsync($"{path}?{Mutation}");
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "METHOD_NOT_ALLOWED"), (refused.Status, refused.Error.Code));
        _ = (await shared.Root.AskAsync("{ __typename }")).Data;
    }

    [Theory]
    [InlineData("*/*", "application/json")]
    [InlineData("application/graphql-response+json, application/json", "application/graphql-response+json")]
    [InlineData("application/json", "application/json")]
    public async Task Both_media_types_are_answered(string accept, string contentType)
    {
        var answer = await GetAsync($"/graphql?{Query}", accept);
        Assert.Equal((HttpStatusCode.OK, contentType, "no-store"), (answer.Status, answer.ContentType, answer.CacheControl));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    public async Task Forms_and_plain_text_are_refused(string contentType)
    {
        var answer = await shared.Root.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent("{\"query\":\"{__typename}\"}", new MediaTypeHeaderValue(contentType)) });
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.Status);
    }

    [Theory]
    [InlineData("/graphql")]
    [InlineData("/public/graphql")]
    public async Task A_browser_gets_the_playground_and_needs_no_key_for_the_page(string path)
    {
        var nobody = shared.Service.Caller(null);
        var redirect = await nobody.SendAsync(Get(path, "text/html"));
        Assert.Equal(HttpStatusCode.Redirect, redirect.Status);
        var page = await nobody.SendAsync(Get(path + "/", "text/html"));
        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.Status, page.ContentType));
        var config = (await nobody.SendAsync(Get(path + "/bcp-config.json", "*/*"))).Json;
        Assert.Equal("<ENTER_YOUR_KEY_HERE>", config.GetProperty("httpHeaders").GetProperty("X-API-Key").GetString());
        Assert.True(config.GetProperty("disableTelemetry").GetBoolean());
        Assert.False(config.GetProperty("includeCookies").GetBoolean());
    }

    private Task<ServiceAnswer> GetAsync(string url, string accept = "*/*") => shared.Root.SendAsync(Get(url, accept));

    private static HttpRequestMessage Get(string url, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Accept.ParseAdd(accept);
        return request;
    }
}
