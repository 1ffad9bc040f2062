using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Transports.Http;

namespace GraphQLTokens.Engine.Tests.Transports.Http;

public sealed class GetTransportTests
{
    [Fact]
    public async Task Hands_the_request_to_the_executor_for_queries_only()
    {
        var executor = new RecordingExecutor();
        await using var host = await HttpHost.StartAsync(executor.ExecuteAsync);
        await host.GetAsync("?query=query%20A(%24id:ID)%7Ba(id:%24id)%7D&operationName=A&variables=%7B%22id%22:%22%C3%A9+%22%7D&extensions=%7B%22x%22:1%7D&other=1&other=2");
        Assert.Equal("query A($id:ID){a(id:$id)}", executor.Request?.Document);
        Assert.Equal("A", executor.Request?.OperationName);
        Assert.Equal("""{"id":"é "}""", executor.Variables);
        Assert.Equal("""{"x":1}""", executor.Extensions);
        Assert.True(executor.Request?.QueriesOnly);
    }

    [Theory]
    [InlineData(ErrorCodes.MethodNotAllowed, true)]
    [InlineData(ErrorCodes.ValidationFailed, false)]
    [InlineData(null, false)]
    public async Task Names_the_method_to_use_only_where_this_one_is_refused(string? code, bool named)
    {
        await using var host = await HttpHost.StartAsync(new RecordingExecutor(code is null ? null : RecordingExecutor.Refusal(code)).ExecuteAsync);
        var answer = await host.GetAsync("?query={a}");
        Assert.Equal(named, answer.Headers.ContainsKey("Allow"));
    }

    [Theory]
    [InlineData("?query={a}", 200)]
    [InlineData("?query=", 400)]
    public async Task Answers_a_HEAD_as_its_GET_without_the_body(string queryString, int status)
    {
        var executor = new RecordingExecutor();
        await using var host = await HttpHost.StartAsync(executor.ExecuteAsync);
        var head = await host.SendAsync(HttpMethod.Head, queryString);
        Assert.Equal(status == 200, executor.Request?.QueriesOnly ?? false);
        var get = await host.GetAsync(queryString);
        Assert.Equal((status, get.ContentLength, get.ContentType, ""), (head.Status, head.ContentLength, head.ContentType, head.Body));
    }

    [Theory]
    [InlineData("?query={a}&operationName=&variables=&extensions=")]
    [InlineData("?query={a}&variables=null&extensions=null")]
    [InlineData("?query={a}&variables={}&extensions")]
    public async Task Takes_empty_and_null_for_absent(string queryString)
    {
        var executor = new RecordingExecutor();
        await using var host = await HttpHost.StartAsync(executor.ExecuteAsync);
        Assert.Equal(200, (await host.GetAsync(queryString)).Status);
        Assert.Null(executor.Request?.OperationName);
        Assert.True(executor.Variables is null or "{}");
        Assert.Null(executor.Extensions);
    }

    [Fact]
    public async Task Takes_null_for_an_operation_of_that_name()
    {
        var executor = new RecordingExecutor();
        await using var host = await HttpHost.StartAsync(executor.ExecuteAsync);
        await host.GetAsync("?query=query%20null{a}&operationName=null");
        Assert.Equal("null", executor.Request?.OperationName);
    }

    [Theory]
    [InlineData("", "query is missing")]
    [InlineData("?query=", "query is missing")]
    [InlineData("?Query={a}", "query is missing")]
    [InlineData("?query={a}&query={b}", "query is given twice")]
    [InlineData("?query=&query={b}", "query is given twice")]
    [InlineData("?query={a}&variables={}&variables={}", "variables is given twice")]
    [InlineData("?query=%ff", "query is not valid UTF-8")]
    [InlineData("?query={a}&variables={%22a%22:%22%c3%22}", "variables is not valid UTF-8")]
    [InlineData("?query={a}&variables={", "variables is not valid JSON")]
    [InlineData("?query={a}&variables={}{}", "variables is not valid JSON")]
    [InlineData("?query={a}&variables=[]", "variables must be an object")]
    [InlineData("?query={a}&variables=%22x%22", "variables must be an object")]
    [InlineData("?query={a}&extensions=7", "extensions must be an object")]
    [InlineData("?query={a}&variables={%22a%22:1,%22a%22:2}", "same member twice")]
    [InlineData("?query={a}&variables={%22a%22:%22%5Cud83d%22}", "surrogate")]
    public async Task Refuses_what_is_no_request(string queryString, string words)
    {
        var executor = new RecordingExecutor();
        await using var host = await HttpHost.StartAsync(executor.ExecuteAsync);
        var answer = await host.GetAsync(queryString);
        Assert.Equal((400, ErrorCodes.BadRequest), (answer.Status, answer.Code));
        Assert.Contains(words, answer.Message, StringComparison.Ordinal);
        Assert.Null(executor.Request);
    }

    [Fact]
    public async Task Refuses_variables_that_nest_too_deep()
    {
        await using var host = await HttpHost.StartAsync(new RecordingExecutor().ExecuteAsync, new GraphQLHttpOptions { MaxVariablesDepth = 2 });
        Assert.Equal(200, (await host.GetAsync("?query={a}&variables={%22a%22:[1]}")).Status);
        var answer = await host.GetAsync("?query={a}&variables={%22a%22:[[1]]}");
        Assert.Equal((400, ErrorCodes.VariablesDepthLimitExceeded), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData(19, 200)]
    [InlineData(20, 200)]
    [InlineData(21, 414)]
    public async Task Refuses_a_query_string_past_the_limit(int length, int status)
    {
        await using var host = await HttpHost.StartAsync(new RecordingExecutor().ExecuteAsync, new GraphQLHttpOptions { MaxQueryStringLength = 20 });
        Assert.Equal(status, (await host.GetAsync("?query=a&x=".PadRight(length, '1'))).Status);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    public async Task Refuses_a_mutation_and_names_the_method_for_it(string accept)
    {
        await using var host = await HttpHost.StartAsync(new RecordingExecutor(RecordingExecutor.Refusal(ErrorCodes.MethodNotAllowed)).ExecuteAsync);
        var answer = await host.GetAsync("?query=mutation{a}", accept);
        Assert.Equal((405, "POST"), (answer.Status, answer.Headers["Allow"]));
    }

    [Fact]
    public async Task Executes_nothing_for_a_client_that_could_not_read_the_answer()
    {
        var executor = new RecordingExecutor();
        await using var host = await HttpHost.StartAsync(executor.ExecuteAsync);
        Assert.Equal(406, (await host.GetAsync("?query={a}", "image/png")).Status);
        Assert.Null(executor.Request);
    }

    [Fact]
    public async Task Executes_nothing_that_another_site_could_have_sent()
    {
        var executor = new RecordingExecutor();
        var options = new GraphQLHttpOptions { RequiredPreflightHeaders = ["X-API-Key", "GraphQL-Require-Preflight"] };
        await using var host = await HttpHost.StartAsync(executor.ExecuteAsync, options);
        var answer = await host.GetAsync("?query={a}");
        Assert.Equal((403, ErrorCodes.PreflightRequired), (answer.Status, answer.Code));
        Assert.Null(executor.Request);
        Assert.Equal(200, (await host.GetAsync("?query={a}", accept: null, ("graphql-require-preflight", "1"))).Status);
        Assert.Equal(200, (await host.PostAsync("""{"query":"{a}"}""")).Status);
    }
}
