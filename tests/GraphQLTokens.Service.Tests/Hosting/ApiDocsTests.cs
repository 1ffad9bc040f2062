using System.Net;
using System.Text.RegularExpressions;
using GraphQLTokens.Service.Tests.EndToEnd;

namespace GraphQLTokens.Service.Tests.Hosting;

public sealed partial class ApiDocsTests
{
    [Fact]
    public async Task The_page_and_all_that_it_names_come_from_the_service_under_a_policy()
    {
        await using var service = await ServiceApplication.StartAsync();
        var visitor = service.Caller(null);
        var page = await visitor.RestAsync(HttpMethod.Get, "/docs/index.html");
        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.Status, page.ContentType));
        Assert.Contains("script-src 'self';", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page.Text, StringComparison.Ordinal);

        var named = Source().Matches(page.Text).Select(match => match.Groups["file"].Value).ToList();
        Assert.Contains("index.js", named.Select(Path.GetFileName));
        Assert.All(named, file => Assert.DoesNotContain("//", file, StringComparison.Ordinal));
        foreach (var file in named)
            Assert.Equal(HttpStatusCode.OK, (await visitor.RestAsync(HttpMethod.Get, $"/docs/{file}")).Status);
        Assert.Contains("../openapi/v1.json", (await visitor.RestAsync(HttpMethod.Get, "/docs/index.js")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/docs", "/docs/", HttpStatusCode.Found)]
    [InlineData("/docs/", "/docs/index.html", HttpStatusCode.MovedPermanently)]
    public async Task Its_folder_leads_to_the_page(string path, string target, HttpStatusCode status)
    {
        await using var service = await ServiceApplication.StartAsync();
        var answer = await service.Caller(null).RestAsync(HttpMethod.Get, path);
        Assert.Equal(status, answer.Status);
        Assert.Equal(new Uri($"http://x{target}"), new Uri(new Uri($"http://x{path}"), answer.Headers["Location"]));
    }

    [Fact]
    public async Task Switched_off_there_is_none()
    {
        await using var service = await ServiceApplication.StartAsync(new() { ["ApiDocs:Enabled"] = "false" });
        Assert.Equal(HttpStatusCode.NotFound, (await service.Caller(null).RestAsync(HttpMethod.Get, "/docs/index.html")).Status);
        Assert.Equal(HttpStatusCode.OK, (await service.Caller(null).RestAsync(HttpMethod.Get, "/openapi/v1.json")).Status);
    }

    [GeneratedRegex("(?:src|href)=\"(?<file>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Source();
}
