using System.Net;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>The limits of the settings hold for GraphQL too, above and below the engine's own defaults.</summary>
public sealed class RequestLimitTests
{
    [Theory]
    [InlineData(2 * 1024 * 1024, 1_500_000, HttpStatusCode.OK)]
    [InlineData(2048, 3000, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_may_be_as_long_as_the_setting_says(int limit, int length, HttpStatusCode status)
    {
        await using var service = await ServiceApplication.StartAsync(new() { ["Limits:MaxRequestBodyBytes"] = $"{limit}" });
        Assert.Equal(status, (await service.Root.AskAsync("{ __typename }", new { padding = new string('x', length) })).Status);
    }

    [Theory]
    [InlineData(500, HttpStatusCode.OK)]
    [InlineData(2000, HttpStatusCode.RequestUriTooLong)]
    public async Task A_query_string_may_be_as_long_as_the_setting_says(int length, HttpStatusCode status)
    {
        await using var service = await ServiceApplication.StartAsync(new() { ["Limits:MaxRequestLineBytes"] = "1024" });
        var answer = await service.Root.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={{__typename}}&ignored={new string('x', length)}"));
        Assert.Equal(status, answer.Status);
    }
}
