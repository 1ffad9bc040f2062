using GraphQLTokens.Engine.Transports.Sse;

namespace GraphQLTokens.Engine.Tests.Transports.Sse;

public sealed class EventStreamNegotiationTests
{
    [Theory]
    [InlineData("text/event-stream")]
    [InlineData("Text/Event-Stream")]
    [InlineData("text/event-stream;charset=utf-8")]
    [InlineData("text/event-stream, multipart/mixed")]
    [InlineData("text/event-stream, */*")]
    [InlineData("text/event-stream, application/json")]
    [InlineData("application/json;q=0.5, text/event-stream")]
    public void Is_wanted_where_it_is_named_first_or_with_the_most_weight(string accept) => Assert.True(EventStreamNegotiation.IsWanted(accept));

    [Theory]
    [InlineData("")]
    [InlineData("*/*")]
    [InlineData("text/*")]
    [InlineData("application/json")]
    [InlineData("text/event-stream;q=0")]
    [InlineData("text/event-stream;q=0, text/html")]
    [InlineData("text/event-stream;charset=utf-16")]
    [InlineData("application/json, text/event-stream")]
    [InlineData("text/event-stream;q=0.5, application/graphql-response+json")]
    [InlineData("text/event-streams")]
    [InlineData("application/graphql-response+json, application/json, text/event-stream, multipart/mixed")]
    public void Is_not_wanted_where_a_single_response_ranks_higher_or_it_is_not_named(string accept) =>
        Assert.False(EventStreamNegotiation.IsWanted(accept));

    [Fact]
    public void Is_found_in_a_header_of_several_lines() => Assert.True(EventStreamNegotiation.IsWanted(new(["text/html", "text/event-stream"])));
}
