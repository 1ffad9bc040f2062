using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>Pages of other sites, in the browser of somebody who can reach this service.</summary>
public sealed class CrossSiteTests : IDisposable
{
    private const string Console = "https://console.example.com";
    private const string Evil = "https://evil.example";
    private readonly HttpClient client = new();

    [Theory]
    [InlineData("/graphql", "POST")]
    [InlineData("/graphql", "GET")]
    [InlineData("/public/graphql", "POST")]
    [InlineData("/api-tokens", "DELETE")]
    public async Task Pages_of_listed_sites_may_call_and_read_answers(string path, string method)
    {
        await using var service = await ServiceApplication.StartAsync(new() { ["Cors:AllowedOrigins:0"] = "https://first.example", ["Cors:AllowedOrigins:1"] = Console });
        var preflight = await SendAsync(service, HttpMethod.Options, path, Console, ("Access-Control-Request-Method", method), ("Access-Control-Request-Headers", "x-api-key,content-type"));
        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Equal((Console, method, "x-api-key,content-type", "600"), (
            Header(preflight, "Access-Control-Allow-Origin"), Header(preflight, "Access-Control-Allow-Methods"), Header(preflight, "Access-Control-Allow-Headers"), Header(preflight, "Access-Control-Max-Age")));
        Assert.Null(Header(preflight, "Access-Control-Allow-Credentials"));

        // Refusals can be read too: a page could not tell its user what is wrong otherwise.
        var refused = await SendAsync(service, HttpMethod.Get, "/graphql?query={__typename}", Console);
        Assert.Equal((HttpStatusCode.Unauthorized, Console), (refused.StatusCode, Header(refused, "Access-Control-Allow-Origin")));
        Assert.Contains("Retry-After", Header(refused, "Access-Control-Expose-Headers"), StringComparison.Ordinal);
        var answered = await SendAsync(service, HttpMethod.Get, "/graphql?query={__typename}", Console, ("X-API-Key", service.Root.Key!));
        Assert.Equal((HttpStatusCode.OK, Console), (answered.StatusCode, Header(answered, "Access-Control-Allow-Origin")));
        Assert.Contains("Origin", answered.Headers.Vary);
    }

    [Theory]
    [InlineData(null, Console)]
    [InlineData(null, "null")]
    [InlineData(Console, Evil)]
    [InlineData(Console, "null")]
    [InlineData(Console, "http://console.example.com")]
    [InlineData(Console, "https://console.example.com:8443")]
    [InlineData(Console, "https://console.example.com.evil.example")]
    public async Task Pages_of_other_sites_may_not(string? allowed, string origin)
    {
        await using var service = await ServiceApplication.StartAsync(allowed is null ? null : new() { ["Cors:AllowedOrigins:0"] = allowed });
        var preflight = await SendAsync(service, HttpMethod.Options, "/graphql", origin, ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "x-api-key"));
        var answered = await SendAsync(service, HttpMethod.Get, "/graphql?query={__typename}", origin, ("X-API-Key", service.Root.Key!));
        Assert.All([preflight, answered], answer => Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("*")]
    [InlineData("null")]
    [InlineData("console.example.com")]
    [InlineData("https://*.example.com")]
    [InlineData("https://console.example.com/")]
    [InlineData("https://console.example.com/app")]
    [InlineData("https://console.example.com:443")]
    [InlineData("https://Console.example.com")]
    [InlineData("https://user@console.example.com")]
    [InlineData("ftp://console.example.com")]
    [InlineData("")]
    public async Task Nothing_but_exact_origins_can_be_listed(string origin)
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => ServiceApplication.StartAsync(new() { ["Cors:AllowedOrigins:0"] = origin }));
        Assert.Contains("Cors:AllowedOrigins:0 must be one origin", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WebSockets_are_opened_by_listed_pages_the_services_own_and_programs()
    {
        await using var service = await ServiceApplication.StartAsync(new() { ["Cors:AllowedOrigins:0"] = Console });
        var port = new Uri(service.Url).Port;
        foreach (var origin in new[] { null, Console, service.Url, $"http://localhost:{port}", $"http://[::1]:{port}" })
            Assert.True(await OpensAsync(service, origin), origin);
        foreach (var origin in new[] { Evil, "null", "", "http://localhost", $"https://localhost:{port}", $"http://evil.example:{port}", $"http://localhost:{port}/", "http://127.0.0.1:1" })
            Assert.False(await OpensAsync(service, origin), origin);
    }

    [Fact]
    public async Task The_services_own_pages_are_those_of_its_public_URL_whatever_Host_says()
    {
        await using var service = await ServiceApplication.StartAsync(new() { ["Service:PublicUrl"] = "https://tokens.example.com/base" });
        Assert.True(await OpensAsync(service, "https://tokens.example.com"));
        Assert.False(await OpensAsync(service, service.Url));
        Assert.False(await OpensAsync(service, "http://rebound.example:8080", "rebound.example:8080"));
    }

    /// <summary>What a form, a link, an image or a script of another site can send without asking first.</summary>
    [Theory]
    [InlineData("GET", null, false, HttpStatusCode.Forbidden)]
    [InlineData("POST", "text/plain", false, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("POST", "application/x-www-form-urlencoded", false, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("POST", "multipart/form-data", false, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("POST", "text/plain; application/json", false, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("POST", "", false, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("PUT", "application/json", false, HttpStatusCode.MethodNotAllowed)]
    [InlineData("HEAD", null, false, HttpStatusCode.Forbidden)]
    [InlineData("GET", null, true, HttpStatusCode.Forbidden)]
    [InlineData("POST", "text/plain", true, HttpStatusCode.UnsupportedMediaType)]
    public async Task Without_a_key_nothing_is_executed_that_a_browser_sends_unasked(string method, string? contentType, bool asStream, HttpStatusCode status)
    {
        await using var service = await ServiceApplication.StartAsync(new() { ["Access:PublicIntrospection"] = "true" });
        using var request = new HttpRequestMessage(new HttpMethod(method), $"{service.Url}/graphql{(method == "POST" ? "" : "?query={__typename}")}");
        request.Headers.Accept.ParseAdd(asStream ? "text/event-stream" : "*/*");
        if (contentType is not null)
        {
            request.Content = new ByteArrayContent("{\"query\":\"{__typename}\"}"u8.ToArray());
            if (contentType.Length > 0)
                request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        using var answer = await client.SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
        Assert.DoesNotContain("Query", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GraphQL-Require-Preflight", "1", "*/*")]
    [InlineData("X-API-Key", null, "*/*")]
    [InlineData("X-API-Key", null, "text/event-stream")]
    [InlineData("Authorization", null, "*/*")]
    public async Task A_header_that_makes_browsers_ask_first_lets_a_GET_through(string header, string? value, string accept)
    {
        await using var service = await ServiceApplication.StartAsync(new() { ["Access:PublicIntrospection"] = "true" });
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{service.Url}/graphql?query={{__typename}}");
        request.Headers.Accept.ParseAdd(accept);
        request.Headers.Add(header, value ?? (header == "Authorization" ? $"Bearer {service.Root.Key}" : service.Root.Key));

        using var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Query", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    public void Dispose() => client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(ServiceApplication service, HttpMethod method, string path, string origin, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, service.Url + path);
        request.Headers.Add("Origin", origin);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return await client.SendAsync(request);
    }

    private static string? Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;

    private static async Task<bool> OpensAsync(ServiceApplication service, string? origin, string? host = null)
    {
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin);
        if (host is not null)
            socket.Options.SetRequestHeader("Host", host);
        socket.Options.CollectHttpResponseDetails = true;
        try
        {
            await socket.ConnectAsync(new Uri(service.Url.Replace("http://", "ws://", StringComparison.Ordinal) + "/graphql"), default);
            return true;
        }
        catch (WebSocketException)
        {
            Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
            return false;
        }
    }
}
