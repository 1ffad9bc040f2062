using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Engine.Execution.Concurrency;
using GraphQLTokens.Engine.Validation.Limits.Cost;

namespace GraphQLTokens.Engine.Tests.Execution;

public sealed class BatchedRequestsTests
{
    private const string Sdl = """
        directive @cost(weight: String!) on FIELD_DEFINITION | OBJECT
        type Query { a: Int b(c: Int): Int work: Int @cost(weight: "10") things: Thing @cost(weight: "0") slow: Int }
        type Thing @cost(weight: "10") { a: Int }
        type Mutation { change: Int @cost(weight: "10") }
        type Subscription { d: Int }
        """;

    private readonly TaskCompletionSource<object?> release = new();
    private int calls;

    [Fact]
    public async Task Each_request_has_its_own_response_in_the_order_of_the_requests()
    {
        var responses = await Executor().ExecuteBatchAsync([Ask("{ a }"), Ask("{ x: a }"), Ask("query Q { a } query R { b }") with { OperationName = "R" }]);
        Assert.Equal(["""{"data":{"a":1}}""", """{"data":{"x":1}}""", """{"data":{"b":1}}"""], responses.Select(TestEngine.Text));
    }

    [Fact]
    public async Task A_request_with_a_fault_stops_none_of_the_others()
    {
        var responses = await Executor().ExecuteBatchAsync([Ask("{ nothing }"), Ask("{ a }"), Ask("{"), Ask("query ($c: Int!) { b(c: $c) }")]);
        Assert.Equal(
            [ErrorCodes.ValidationFailed, null, ErrorCodes.ParseFailed, ErrorCodes.BadUserInput],
            responses.Select(response => response.Errors is [var error, ..] ? error.Code : null));
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task A_subscription_has_no_place_in_a_batch()
    {
        var responses = await Executor().ExecuteBatchAsync([Ask("subscription { d }"), Ask("{ a }")]);
        Assert.Equal(ErrorCodes.OperationResolutionFailed, responses[0].Errors[0].Code);
        Assert.Empty(responses[1].Errors);
    }

    [Fact]
    public async Task No_request_waits_for_another()
    {
        var batch = Executor().ExecuteBatchAsync([Ask("{ slow }"), Ask("{ a }")]).AsTask();
        Assert.Equal(2, calls);
        Assert.False(batch.IsCompleted);
        release.SetResult(7);
        Assert.Equal("""{"data":{"slow":7}}""", TestEngine.Text((await batch)[0]));
    }

    [Theory]
    [InlineData("{ work }", "field", 4)]
    [InlineData("mutation { change }", "field", 4)]
    [InlineData("{ things { a } }", "type", 4)]
    public async Task All_of_them_together_cost_no_more_than_one_may(string document, string kind, int each)
    {
        var executor = Executor(new ExecutionOptions { Cost = new CostLimits { MaxFieldCost = 40, MaxTypeCost = 44 } });
        Assert.All(await executor.ExecuteBatchAsync(Times(document, each)), response => Assert.Empty(response.Errors));
        var before = calls;
        foreach (var response in await executor.ExecuteBatchAsync(Times(document, each + 1)))
        {
            var error = Assert.Single(response.Errors);
            Assert.Equal((ErrorCodes.CostLimitExceeded, kind), (error.Code, error.Extensions!["cost"]));
            Assert.True((double)error.Extensions["actual"]! > (double)error.Extensions["limit"]!);
            Assert.StartsWith("The batch has", error.Message, StringComparison.Ordinal);
            Assert.False(response.HasData);
        }

        Assert.Equal(before, calls);
    }

    [Fact]
    public async Task What_is_refused_by_itself_costs_the_others_nothing_and_keeps_its_own_error()
    {
        var executor = Executor(new ExecutionOptions { Cost = new CostLimits { MaxFieldCost = 20 } });
        var responses = await executor.ExecuteBatchAsync([Ask("{ work }"), Ask("{ a: work b: work c: work }"), Ask("{ work }")]);
        Assert.Equal([null, "The operation has a field cost of 30", null], responses.Select(response => response.Errors is [var error, ..] ? error.Message.Split(';')[0] : null));

        responses = await executor.ExecuteBatchAsync([.. Times("{ work }", 3), Ask("{ nothing }")]);
        Assert.Equal([ErrorCodes.CostLimitExceeded, ErrorCodes.CostLimitExceeded, ErrorCodes.CostLimitExceeded, ErrorCodes.ValidationFailed], responses.Select(response => response.Errors[0].Code));
    }

    [Fact]
    public async Task Each_of_them_takes_a_place_among_the_caller_s_operations()
    {
        var batch = Executor(new ExecutionOptions { Concurrency = new CallerConcurrency(caller => caller, MaxExecutions: 2) }).ExecuteBatchAsync(Times("{ slow }", 3)).AsTask();
        release.SetResult(7);
        Assert.Equal([null, null, ErrorCodes.ConcurrencyLimitExceeded], (await batch).Select(response => response.Errors is [var error, ..] ? error.Code : null));
    }

    [Fact]
    public async Task Each_of_them_is_told_its_own_cost()
    {
        var extensions = System.Text.Json.JsonSerializer.SerializeToElement(new { cost = true });
        var responses = await Executor().ExecuteBatchAsync([Ask("{ work }") with { Extensions = extensions }, Ask("{ a }") with { Extensions = extensions }, Ask("{ a }")]);
        Assert.Equal([10.0, 0.0, null], responses.Select(response => ((IReadOnlyDictionary<string, object?>?)response.Extensions?["cost"])?["fieldCost"]));
    }

    [Fact]
    public async Task They_share_the_room_for_one_response()
    {
        var executor = Executor(new ExecutionOptions { MaxResponseBytes = 400 });
        var document = $"{{ {string.Join(' ', Enumerable.Range(0, 10).Select(index => $"alias{index}: a"))} }}";
        Assert.Empty(Assert.Single(await executor.ExecuteBatchAsync(Times(document, 1))).Errors);
        Assert.All(await executor.ExecuteBatchAsync(Times(document, 8)), response =>
            Assert.Equal((ErrorCodes.ResponseLimitExceeded, 50.0), (response.Errors[0].Code, response.Errors[0].Extensions!["limit"])));
    }

    private static GraphQLRequest Ask(string document) => new() { Document = document, Caller = "somebody" };

    private static List<GraphQLRequest> Times(string document, int count) => [.. Enumerable.Repeat(Ask(document), count)];

    private RequestExecutor Executor(ExecutionOptions? options = null) => new(
        SchemaLoader.Load(Sdl),
        new SchemaBindings().UseFallback(
            (_, field) => _ =>
            {
                calls++;
                return field.Name == "slow" ? new ValueTask<object?>(release.Task) : new ValueTask<object?>(field.Name == "things" ? new object() : 1);
            },
            _ => null),
        options);
}
