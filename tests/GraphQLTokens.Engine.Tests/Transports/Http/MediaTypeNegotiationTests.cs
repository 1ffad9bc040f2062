using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Transports.Http;
using Microsoft.Extensions.Primitives;

namespace GraphQLTokens.Engine.Tests.Transports.Http;

public sealed class MediaTypeNegotiationTests
{
    [Theory]
    [InlineData("*/*")]
    [InlineData("")]
    [InlineData("application/json")]
    [InlineData("APPLICATION/JSON")]
    [InlineData("application/*")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json; charset=\"UTF-8\"")]
    [InlineData("application/json;profile=x")]
    [InlineData("text/html, */*;q=0.8")]
    [InlineData("application/json, application/graphql-response+json")]
    [InlineData("application/json;q=0.9, application/graphql-response+json;q=0.8")]
    [InlineData("application/graphql-response+json;q=0.4, application/*;q=0.5")]
    [InlineData("application/graphql-response+json;q=0, */*;q=0.1")]
    [InlineData("application/graphql-response+json;q=abc, application/json;q=0.001")]
    [InlineData("application/graphql-response+json; charset=utf-16, */*")]
    [InlineData("APPLICATION/*")]
    [InlineData("application/graphql-response+json;q=0.1, application/graphql-response+json;q=0.9, application/json;q=0.5")]
    public void Answers_as_json(string accept)
    {
        Assert.Null(MediaTypeNegotiation.Negotiate(accept, out var mediaType));
        Assert.Equal(ResponseMediaType.Json, mediaType);
    }

    [Theory]
    [InlineData("application/graphql-response+json")]
    [InlineData("Application/GraphQL-Response+JSON")]
    [InlineData("application/graphql-response+json; charset=utf-8, application/json; charset=utf-8")]
    [InlineData("application/graphql-response+json, application/json")]
    [InlineData("application/graphql-response+json, application/json;q=0.9")]
    [InlineData("application/json;q=0.9, application/graphql-response+json")]
    [InlineData("*/*, application/graphql-response+json")]
    [InlineData("*/*;q=0.1, application/graphql-response+json;q=0.2")]
    [InlineData("application/json;q=0, */*")]
    [InlineData("application/json;q=0, application/*;q=0.1")]
    [InlineData("application/json;q=1.5, application/graphql-response+json;q=0.1")]
    [InlineData(", ,application/graphql-response+json,")]
    [InlineData("nonsense, application/graphql-response+json")]
    [InlineData("text/plain;p=\"a,b\\\",c\", application/graphql-response+json")]
    [InlineData("text/plain;p=\",application/json,\", application/graphql-response+json")]
    [InlineData("text/plain;p=\"\\\",application/json,\", application/graphql-response+json")]
    [InlineData("nonsense\\,application/graphql-response+json")]
    [InlineData("application/json;q=0.1, application/json;q=0.9, application/graphql-response+json;q=0.5")]
    public void Answers_as_graphql_response(string accept)
    {
        Assert.Null(MediaTypeNegotiation.Negotiate(accept, out var mediaType));
        Assert.Equal(ResponseMediaType.GraphQLResponse, mediaType);
    }

    [Fact]
    public void Reads_every_line_of_the_header()
    {
        Assert.Null(MediaTypeNegotiation.Negotiate(new StringValues(["*/*", "application/graphql-response+json"]), out var mediaType));
        Assert.Equal(ResponseMediaType.GraphQLResponse, mediaType);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xml, text/*")]
    [InlineData("application/json;q=0")]
    [InlineData("application/json;q=0, application/graphql-response+json;q=0, */*")]
    [InlineData("*/*;q=0")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/json;q=abc")]
    [InlineData("application/json;q=1.5")]
    [InlineData("application/json;q=-1")]
    [InlineData("application/json;q")]
    [InlineData("nonsense")]
    [InlineData(";;;")]
    [InlineData("*/json")]
    [InlineData("text/plain;p=\"a, application/json\"")]
    public void Refuses_what_admits_neither(string accept)
    {
        Assert.Equal(ErrorCodes.NotAcceptable, MediaTypeNegotiation.Negotiate(accept, out _)?.Code);
    }

    [Fact]
    public void Takes_a_missing_header_for_json()
    {
        Assert.Null(MediaTypeNegotiation.Negotiate(StringValues.Empty, out var mediaType));
        Assert.Equal(ResponseMediaType.Json, mediaType);
    }

    [Fact]
    public void Reads_a_header_that_comes_in_several_lines()
    {
        Assert.Null(MediaTypeNegotiation.Negotiate(new StringValues(["text/html", "application/graphql-response+json"]), out var mediaType));
        Assert.Equal(ResponseMediaType.GraphQLResponse, mediaType);
    }
}
