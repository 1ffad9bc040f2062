using System.Text.Json;
using System.Text.RegularExpressions;
using GraphQLTokens.Service.Hosting;

namespace GraphQLTokens.Service.Tests.Hosting;

public sealed partial class LandingPageTests
{
    [Fact]
    public async Task Tells_clients_the_base_URL_and_ignores_the_host_header()
    {
        await using var app = await HostingApp.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "evil.example" } };
        using var answer = await app.Client.SendAsync(request);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal(app.Url, Rest(await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Tells_the_public_URL_when_it_is_set()
    {
        await using var app = await HostingApp.StartAsync(new() { ["Service:PublicUrl"] = "https://tokens.example.com/" });
        Assert.Equal("https://tokens.example.com", Rest(await app.Client.GetStringAsync("/")));
    }

    [Fact]
    public void Leaves_the_element_out_while_the_URL_is_unknown() =>
        Assert.DoesNotContain("__PANTHER_CONFIG__", LandingPage.Render(null), StringComparison.Ordinal);

    [Fact]
    public void Nothing_in_the_URL_ends_the_element()
    {
        const string hostile = "https://a/</script><script>alert(1)</script>&\"";
        var page = LandingPage.Render(hostile);
        Assert.Single(ScriptEnd().Matches(page));
        Assert.Equal(hostile, Rest(page));
    }

    private static string? Rest(string page) =>
        JsonDocument.Parse(Config().Match(page).Groups[1].Value).RootElement.GetProperty("rest").GetString();

    [GeneratedRegex("<script id=\"__PANTHER_CONFIG__\" type=\"application/json\">(.*?)</script>")]
    private static partial Regex Config();

    [GeneratedRegex("</script>")]
    private static partial Regex ScriptEnd();
}
