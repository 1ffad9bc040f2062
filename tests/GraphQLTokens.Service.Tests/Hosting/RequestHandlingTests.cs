using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace GraphQLTokens.Service.Tests.Hosting;

public sealed class RequestHandlingTests
{
    [Fact]
    public async Task The_unexpected_is_masked_for_callers_and_logged_in_full()
    {
        await using var app = await HostingApp.StartAsync(map: app => app.MapGet("/broken", new Func<string>(() => throw new InvalidOperationException("the inner reason"))));
        using var answer = await app.Client.GetAsync("/broken");
        var body = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain("inner reason", body, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        var problem = JsonDocument.Parse(body).RootElement;
        Assert.Equal("INTERNAL_SERVER_ERROR", problem.GetProperty("code").GetString());
        Assert.Contains("the inner reason", app.Log, StringComparison.Ordinal);
        Assert.Contains(problem.GetProperty("traceId").GetString()!, app.Log, StringComparison.Ordinal);
        Assert.Contains("Warning: GET /broken 500", app.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_above_the_limit_is_413()
    {
        await using var app = await HostingApp.StartAsync(new() { ["Limits:MaxRequestBodyBytes"] = "2048" }, map: Echo);
        using var fits = await app.Client.PostAsync("/echo", new StringContent(new string('a', 2048)));
        Assert.Equal(HttpStatusCode.OK, fits.StatusCode);
        using var tooLarge = await app.Client.PostAsync("/echo", new StringContent(new string('a', 2049)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.StatusCode);
        Assert.Equal("PAYLOAD_TOO_LARGE", JsonDocument.Parse(await tooLarge.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_body_is_limited_to_a_mebibyte_by_default()
    {
        await using var app = await HostingApp.StartAsync(map: Echo);
        using var fits = await app.Client.PostAsync("/echo", new ByteArrayContent(new byte[1024 * 1024]));
        Assert.Equal(HttpStatusCode.OK, fits.StatusCode);
        using var tooLarge = await app.Client.PostAsync("/echo", new ByteArrayContent(new byte[(1024 * 1024) + 1]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/nowhere", HttpStatusCode.NotFound, "NOT_FOUND")]
    [InlineData("PUT", "/echo", HttpStatusCode.MethodNotAllowed, "METHOD_NOT_ALLOWED")]
    public async Task What_no_endpoint_answers_is_refused_in_the_form_of_every_refusal(string method, string path, HttpStatusCode status, string code)
    {
        await using var app = await HostingApp.StartAsync(map: Echo);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await app.Client.SendAsync(request);
        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal(problem.GetProperty("detail").GetString(), problem.GetProperty("message").GetString());
        if (status is HttpStatusCode.MethodNotAllowed)
            Assert.Equal("The methods here are POST.", problem.GetProperty("message").GetString());
    }

    [Fact]
    public async Task What_an_endpoint_says_itself_stays_as_it_is_were_it_nothing()
    {
        await using var app = await HostingApp.StartAsync(map: app => app.MapGet("/empty", (HttpContext context) =>
        {
            context.Response.StatusCode = StatusCodes.Status410Gone;
            context.Response.ContentLength = 0;
        }));

        using var answer = await app.Client.GetAsync("/empty");

        Assert.Equal((HttpStatusCode.Gone, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Answers_do_not_name_the_server_and_are_not_sniffed()
    {
        await using var app = await HostingApp.StartAsync(map: Echo);
        using var answer = await app.Client.PostAsync("/echo", new StringContent("a"));
        Assert.False(answer.Headers.Contains("Server"));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
    }

    [Fact]
    public async Task The_log_holds_the_route_and_nothing_that_the_caller_sent()
    {
        await using var app = await HostingApp.StartAsync(map: app => app.MapPost("/things/{id}", (string id) => Results.Ok()));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/things/in-the-path?q=in-the-query") { Content = new StringContent("in-the-body") };
        request.Headers.Add("X-API-Key", "in-the-header");
        using (await app.Client.SendAsync(request))
        using (await app.Client.GetAsync("/nowhere/in-the-path"))
        {
        }
        Assert.Contains("Information: POST /things/{id} 200", app.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("in-the-", app.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_line_bears_the_trace_id_that_came_with_the_request()
    {
        const string Sent = "0af7651916cd43dd8448eb211c80319c";
        // As it is by default, where the framework begins no activity of its own.
        await using var app = await HostingApp.StartAsync(new() { ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning" }, map: Echo);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/echo") { Content = new StringContent("a") };
        request.Headers.Add("traceparent", $"00-{Sent}-b7ad6b7169203331-01");

        using (await app.Client.SendAsync(request))
        using (await app.Client.PostAsync("/echo", new StringContent("a")))
        {
        }

        var lines = app.Log.Split('\n').Where(line => line.Contains("POST /echo 200", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, lines.Count);
        Assert.EndsWith($"trace {Sent}", lines[0].TrimEnd(), StringComparison.Ordinal);
        Assert.Matches("trace [0-9a-f]{32}$", lines[1].TrimEnd());
    }

    private static void Echo(WebApplication app) => app.MapPost("/echo", async (HttpContext context) =>
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        await context.Response.WriteAsync("done");
    });
}
