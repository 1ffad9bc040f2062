using System.Text.RegularExpressions;
using static GraphQLTokens.Engine.Tests.Execution.TestEngine;

namespace GraphQLTokens.Engine.Tests.Execution;

public sealed partial class UnexpectedErrorsTests
{
    [Fact]
    public async Task The_client_gets_a_trace_id_and_the_log_gets_everything_under_it()
    {
        var engine = new TestEngine("type Query { items: [Item!] } type Item { now: Int later: Int }")
        {
            ["Query.items"] = _ => new[] { Map() },
            ["Item.now"] = _ => throw new InvalidOperationException("password=hunter2"),
            ["Item.later"] = _ => Later(new InvalidOperationException("password=hunter3")),
        };
        var response = await engine.RunAsync("{ items { now later } }");

        Assert.DoesNotContain("hunter", response, StringComparison.Ordinal);
        Assert.Equal(["items[0].later", "items[0].now"], ErrorPaths.Of(response));
        var ids = TraceId().Matches(response).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(2, ids.Count);
        Assert.Contains(engine.Log.Complaints, entry => entry.Contains(ids[0], StringComparison.Ordinal) && entry.Contains("items[0].now", StringComparison.Ordinal) && entry.Contains("hunter2", StringComparison.Ordinal));
        Assert.Contains(engine.Log.Complaints, entry => entry.Contains(ids[1], StringComparison.Ordinal) && entry.Contains("items[0].later", StringComparison.Ordinal) && entry.Contains("hunter3", StringComparison.Ordinal));
    }

    [GeneratedRegex("\"code\":\"INTERNAL_SERVER_ERROR\",\"traceId\":\"([0-9a-f]{32})\"")]
    private static partial Regex TraceId();
}
