using System.Text;
using System.Text.Json;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using static GraphQLTokens.Engine.Tests.Execution.TestEngine;

namespace GraphQLTokens.Engine.Tests.Execution.Results;

public sealed class ResponseSizeTests
{
    private const int Limit = 10_000;
    private int calls;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_response_that_grows_too_long_is_given_up_at_once(bool later)
    {
        var engine = Engine();
        engine["Item.text"] = _ =>
        {
            calls++;
            var text = new string('x', 1000);
            return later ? Later(text) : text;
        };

        var answer = JsonDocument.Parse(await engine.RunAsync("{ items { text } }")).RootElement;

        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray()).GetProperty("extensions");
        Assert.Equal((ErrorCodes.ResponseLimitExceeded, Limit), (error.GetProperty("code").GetString(), error.GetProperty("limit").GetInt32()));
        Assert.False(answer.TryGetProperty("data", out _));
        Assert.InRange(calls, 9, later ? 1000 : 10);
    }

    [Fact]
    public async Task Names_count_as_values_do()
    {
        var engine = Engine();
        engine["Item.text"] = _ => "";
        Assert.Contains("\"data\"", await engine.RunAsync("{ items { t: text } }"), StringComparison.Ordinal);
        Assert.Contains(ErrorCodes.ResponseLimitExceeded, await engine.RunAsync($"{{ items {{ {new string('a', 20)}: text }} }}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_count_too()
    {
        var engine = Engine();
        engine["Item.text"] = _ => throw new GraphQLException("no", "NO");
        Assert.Contains(ErrorCodes.ResponseLimitExceeded, await engine.RunAsync("{ items { text } }"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mutations_after_one_that_answers_too_much_do_not_run()
    {
        var engine = Engine();
        engine["Mutation.make"] = _ =>
        {
            calls++;
            return Map("text", new string('x', Limit));
        };
        Assert.Contains(ErrorCodes.ResponseLimitExceeded, await engine.RunAsync("mutation { a: make { text } b: make { text } }"), StringComparison.Ordinal);
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task What_is_within_the_limit_is_little_longer_on_the_wire()
    {
        var engine = Engine();
        engine["Item.text"] = _ => "éé";
        var answer = await engine.RunAsync("{ items { n text } }");
        Assert.InRange(Encoding.UTF8.GetByteCount(answer), 1, Limit * 2);
    }

    private static TestEngine Engine()
    {
        var engine = new TestEngine(
            "type Query { items: [Item] } type Mutation { make: Item } type Item { text: String n: Int }", new ExecutionOptions { MaxResponseBytes = Limit });
        engine["Query.items"] = _ => Enumerable.Range(0, 500).Select(number => Map("n", number)).ToList();
        return engine;
    }
}
