using GraphQLTokens.Service.Hosting;
using Microsoft.AspNetCore.Http;

namespace GraphQLTokens.Service.Tests.Hosting;

public sealed class BrowserVisitTests
{
    [Theory]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")]
    [InlineData("TEXT/HTML")]
    [InlineData("text/html, application/json;q=0.9")]
    public void A_browser_wants_the_page(string accept) => Assert.True(BrowserVisit.WantsPage(Get(accept)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("*/*")]
    [InlineData("text/*")]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json, application/json")]
    [InlineData("application/json, text/html")]
    [InlineData("application/graphql-response+json, text/html;q=0.9")]
    [InlineData("text/html;q=0")]
    [InlineData("text/html;q=0.5, application/json")]
    [InlineData("text/event-stream")]
    [InlineData("text/htm;;;l")]
    public void A_program_does_not(string? accept) => Assert.False(BrowserVisit.WantsPage(Get(accept)));

    [Fact]
    public void A_post_is_never_a_visit()
    {
        var request = Get("text/html");
        request.Method = "POST";
        Assert.False(BrowserVisit.WantsPage(request));
    }

    private static HttpRequest Get(string? accept)
    {
        var request = new DefaultHttpContext().Request;
        request.Method = "GET";
        request.Headers.Accept = accept;
        return request;
    }
}
