using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace GraphQLTokens.Service.Tests.Hosting;

public sealed class PlaygroundTests : IAsyncLifetime
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private HostingApp _app = null!;

    public async Task InitializeAsync() => _app = await HostingApp.StartAsync(map: Api);

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("/graphql")]
    [InlineData("/public/graphql")]
    [InlineData("/graphql?query=%7Bviewer%7D")]
    public async Task A_browser_is_led_to_the_address_with_the_slash(string path)
    {
        using var answer = await Get(path, Browser);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("graphql/", answer.Headers.Location!.OriginalString);
        Assert.Contains("Accept", answer.Headers.Vary);
    }

    [Theory]
    [InlineData("/graphql/")]
    [InlineData("/public/graphql/")]
    [InlineData("/graphql/index.html")]
    public async Task A_browser_gets_the_page_under_a_policy_that_names_no_foreign_origin(string path)
    {
        using var answer = await Get(path, Browser);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("<div id=\"root\">", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
        Assert.True(answer.Headers.CacheControl!.NoCache);
    }

    [Theory]
    [InlineData("GET", "/graphql", "*/*")]
    [InlineData("GET", "/graphql", "application/json")]
    [InlineData("GET", "/graphql/", "application/graphql-response+json, application/json")]
    [InlineData("POST", "/graphql", Browser)]
    [InlineData("GET", "/graphqlx", Browser)]
    public async Task Never_answers_programs(string method, string path, string accept)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var answer = await _app.Client.SendAsync(request);
        Assert.Equal("api", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_page_is_configured_to_stay_at_home()
    {
        using var config = JsonDocument.Parse(await _app.Client.GetStringAsync("/graphql/bcp-config.json"));
        var root = config.RootElement;
        Assert.True(root.GetProperty("useBrowserUrlAsEndpoint").GetBoolean());
        Assert.True(root.GetProperty("disableTelemetry").GetBoolean());
        Assert.False(root.GetProperty("includeCookies").GetBoolean());
        Assert.Equal("<ENTER_YOUR_KEY_HERE>", root.GetProperty("httpHeaders").GetProperty("X-API-Key").GetString());
        Assert.StartsWith("# ", root.GetProperty("graphQLDocument").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_file_that_the_page_names_is_served_from_here()
    {
        using var page = await Get("/graphql/", Browser);
        var html = await page.Content.ReadAsStringAsync();
        var names = html.Split('"').Where(part => part.StartsWith("static/", StringComparison.Ordinal)).ToList();
        Assert.True(names.Count > 5);
        foreach (var name in names)
        {
            using var answer = await _app.Client.GetAsync("/graphql/" + name);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        }
    }

    [Fact]
    public async Task A_file_that_the_browser_has_is_not_sent_again()
    {
        using var first = await _app.Client.GetAsync("/graphql/favicon.svg");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/graphql/favicon.svg");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var answer = await _app.Client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
    }

    [Fact]
    public async Task Its_licence_is_shipped_beside_it() =>
        Assert.Contains("ChilliCream License 1.0", await _app.Client.GetStringAsync("/graphql/LICENSE"), StringComparison.Ordinal);

    [Fact]
    public async Task The_service_worker_takes_itself_away()
    {
        var script = await _app.Client.GetStringAsync("/graphql/service-worker.js");
        Assert.Contains("registration.unregister()", script, StringComparison.Ordinal);
        Assert.DoesNotContain("workbox", script, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/graphql/package.json")]
    [InlineData("/graphql/static")]
    [InlineData("/graphql/static/")]
    [InlineData("/graphql/%2e%2e/GraphQLTokens.Service.dll")]
    [InlineData("/graphql/..%2fGraphQLTokens.Service.dll")]
    [InlineData("/graphql/static/..%5c..%5c..%5cGraphQLTokens.Service.dll")]
    [InlineData("/graphql/no-such-file.js")]
    public async Task Nothing_else_is_a_file(string path)
    {
        using var answer = await Get(path, Browser);
        Assert.Equal("api", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Can_be_turned_off()
    {
        await using var app = await HostingApp.StartAsync(new() { ["Playground:Enabled"] = "false" }, map: Api);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql/");
        request.Headers.TryAddWithoutValidation("Accept", Browser);
        using var answer = await app.Client.SendAsync(request);
        Assert.Equal("api", await answer.Content.ReadAsStringAsync());
    }

    private static void Api(WebApplication app) => app.MapFallback("{**path}", (HttpContext context) => context.Response.WriteAsync("api"));

    private Task<HttpResponseMessage> Get(string path, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return _app.Client.SendAsync(request);
    }
}
