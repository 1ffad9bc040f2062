using System.Text;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Transports.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace GraphQLTokens.Engine.Tests.Transports;

public sealed class GraphQLEndpointTests
{
    private static readonly TimeSpan HangGuard = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("QUERY")]
    public async Task Refuses_other_methods_and_lists_its_own(string method)
    {
        await using var host = await HttpHost.StartAsync(new RecordingExecutor().ExecuteAsync);
        var answer = await host.SendAsync(new HttpMethod(method), content: new StringContent("{}", Encoding.UTF8, "application/json"));
        Assert.Equal(405, answer.Status);
        Assert.Equal("GET, HEAD, POST", answer.Headers["Allow"]);
        Assert.Equal(ErrorCodes.MethodNotAllowed, answer.Code);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task Refuses_a_GET_where_queries_may_only_come_by_POST(string method)
    {
        await using var host = await HttpHost.StartAsync(new RecordingExecutor().ExecuteAsync, new GraphQLHttpOptions { AllowGet = false });
        var answer = await host.SendAsync(new HttpMethod(method), "?query={a}");
        Assert.Equal((405, "POST"), (answer.Status, answer.Headers["Allow"]));
    }

    [Fact]
    public async Task Masks_what_nobody_expected_and_logs_it_whole()
    {
        await using var host = await HttpHost.StartAsync((_, _) => throw new InvalidOperationException("the secret inside"));
        var answer = await host.PostAsync("""{"query":"{a}"}""");
        Assert.Equal((500, ErrorCodes.InternalServerError), (answer.Status, answer.Code));
        Assert.DoesNotContain("secret", answer.Body, StringComparison.Ordinal);
        Assert.Contains("the secret inside", Assert.Single(host.Log.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancels_the_execution_when_the_client_leaves_and_complains_of_nothing()
    {
        var started = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        await using var host = await HttpHost.StartAsync(async (_, cancellationToken) =>
        {
            started.SetResult();
            using var registration = cancellationToken.Register(cancelled.SetResult);
            await cancelled.Task;
            cancellationToken.ThrowIfCancellationRequested();
            return RecordingExecutor.NoData;
        });

        using (var socket = await host.ConnectAsync())
        {
            await socket.SendAsync("POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n{\"query\":\"{a}\"}"u8.ToArray());
            await started.Task.WaitAsync(HangGuard);
        }

        await cancelled.Task.WaitAsync(HangGuard);
        await host.StopAsync();
        Assert.Empty(host.Log.Complaints);
    }

    [Fact]
    public async Task Lets_a_filter_decide_before_anything_is_read()
    {
        var executor = new RecordingExecutor();
        await using var host = await HttpHost.StartAsync(
            executor.ExecuteAsync,
            decorate: endpoint => endpoint.AddEndpointFilter((_, _) => ValueTask.FromResult<object?>(Results.Unauthorized())));
        Assert.Equal(401, (await host.PostAsync("nonsense")).Status);
        Assert.Null(executor.Request);
    }

    [Fact]
    public async Task Hands_the_caller_through()
    {
        var executor = new RecordingExecutor();
        var options = new GraphQLHttpOptions { Caller = context => context.Request.Headers["X-API-Key"].ToString() };
        await using var host = await HttpHost.StartAsync(executor.ExecuteAsync, options);
        await host.GetAsync("?query={a}", accept: null, ("X-API-Key", "somebody"));
        Assert.Equal("somebody", executor.Request?.Caller);
    }

    [Fact]
    public async Task Answers_refusals_in_the_media_type_that_was_asked_for()
    {
        await using var host = await HttpHost.StartAsync(new RecordingExecutor().ExecuteAsync);
        var answer = await host.SendAsync(HttpMethod.Put, accept: "application/graphql-response+json");
        Assert.Equal("application/graphql-response+json; charset=utf-8", answer.ContentType);
    }

    [Fact]
    public async Task Lets_go_of_the_variables_once_the_response_is_written()
    {
        GraphQLRequest? kept = null;
        await using var host = await HttpHost.StartAsync((request, _) =>
        {
            kept = request;
            return new ValueTask<GraphQLResponse>(RecordingExecutor.NoData);
        });
        await host.PostAsync("""{"query":"{a}","variables":{"id":1}}""");
        Assert.Throws<ObjectDisposedException>(() => kept!.Variables.GetRawText());
    }
}
