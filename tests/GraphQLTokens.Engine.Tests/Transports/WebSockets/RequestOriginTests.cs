using GraphQLTokens.Engine.Transports.WebSockets;
using Microsoft.AspNetCore.Http;

namespace GraphQLTokens.Engine.Tests.Transports.WebSockets;

public sealed class RequestOriginTests
{
    [Theory]
    [InlineData("api.example", "http://api.example", true)]
    [InlineData("api.example", "https://api.example", true)]
    [InlineData("api.example", "https://API.example", true)]
    [InlineData("API.example", "https://api.example", true)]
    [InlineData("api.example", "https://api.example:443", true)]
    [InlineData("api.example", "https://api.example:80", false)]
    [InlineData("api.example", "http://api.example:443", false)]
    [InlineData("api.example", "https://api.example:444", false)]
    [InlineData("api.example:8443", "https://api.example:8443", true)]
    [InlineData("api.example:8443", "https://api.example", false)]
    [InlineData("api.example", "https://api.example.evil", false)]
    [InlineData("api.example", "ftp://api.example:80", false)]
    [InlineData("api.example", "api.example", false)]
    [InlineData("api.example", "null", false)]
    [InlineData("api.example", "", false)]
    [InlineData("", "https://api.example", false)]
    public void Lets_in_pages_of_the_host_that_is_asked(string host, string origin, bool isAllowed)
    {
        var request = new DefaultHttpContext().Request;
        request.Host = new HostString(host);
        request.Headers.Origin = origin;

        Assert.Equal(isAllowed, RequestOrigin.IsAllowed(request, null));
    }

    [Fact]
    public void Lets_in_what_is_no_page_and_nothing_that_names_two()
    {
        var request = new DefaultHttpContext().Request;
        request.Host = new HostString("api.example");
        Assert.True(RequestOrigin.IsAllowed(request, null));
        request.Headers.Origin = new(["https://api.example", "https://api.example"]);
        Assert.False(RequestOrigin.IsAllowed(request, null));
        Assert.False(RequestOrigin.IsAllowed(request, _ => true));
    }
}
