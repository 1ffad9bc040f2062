using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Transports.Http;

namespace GraphQLTokens.Engine.Tests.Transports.Http;

public sealed class PostTransportTests
{
    private const string Body = """{"query":"query A($id:ID!){a(id:$id)}","operationName":"A","variables":{"id":"é"},"extensions":{"trace":true}}""";
    private const string Modern = "application/graphql-response+json";

    [Fact]
    public async Task Hands_the_request_to_the_executor_as_it_was_sent()
    {
        var executor = new RecordingExecutor();
        await using var host = await HttpHost.StartAsync(executor.ExecuteAsync);
        await host.PostAsync(Body);
        Assert.Equal("query A($id:ID!){a(id:$id)}", executor.Request?.Document);
        Assert.Equal("A", executor.Request?.OperationName);
        Assert.Equal("""{"id":"é"}""", executor.Variables);
        Assert.Equal("""{"trace":true}""", executor.Extensions);
        Assert.False(executor.Request?.QueriesOnly);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Says_what_of_the_schema_the_caller_may_see(bool hidden, bool admitted)
    {
        var executor = new RecordingExecutor();
        var options = hidden || admitted ? new GraphQLHttpOptions { HideSchema = _ => hidden, AdmitIntrospection = admitted } : new GraphQLHttpOptions();
        await using var host = await HttpHost.StartAsync(executor.ExecuteAsync, options);
        await host.PostAsync(Body);
        Assert.Equal((hidden, admitted), (executor.Request?.HideSchema, executor.Request?.AdmitIntrospection));
    }

    [Theory]
    [InlineData("application/json", "application/json; charset=utf-8")]
    [InlineData(Modern, "application/graphql-response+json; charset=utf-8")]
    public async Task Answers_whole_and_with_the_headers_that_keep_an_answer_private(string accept, string contentType)
    {
        await using var host = await HttpHost.StartAsync(new RecordingExecutor().ExecuteAsync);
        var answer = await host.PostAsync(Body, accept: accept);
        Assert.Equal((200, contentType, """{"data":null}"""), (answer.Status, answer.ContentType, answer.Body));
        Assert.Equal(answer.Body.Length, answer.ContentLength);
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
        Assert.Equal("Accept", answer.Headers["Vary"]);
    }

    [Theory]
    [InlineData(ErrorCodes.ConcurrencyLimitExceeded, "1")]
    [InlineData(ErrorCodes.ExecutionTimeout, null)]
    public async Task Says_when_to_come_again_to_whom_has_too_much_under_way(string code, string? seconds)
    {
        await using var host = await HttpHost.StartAsync(new RecordingExecutor(RecordingExecutor.Refusal(code)).ExecuteAsync);
        Assert.Equal(seconds, (await host.PostAsync(Body)).Headers.GetValueOrDefault("Retry-After"));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("APPLICATION/JSON")]
    [InlineData("application/json;charset=utf-8")]
    [InlineData("application/json; charset=\"UTF-8\"")]
    public async Task Takes_json_in_utf8(string contentType)
    {
        await using var host = await HttpHost.StartAsync(new RecordingExecutor().ExecuteAsync);
        Assert.Equal(200, (await host.PostAsync(Body, contentType)).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/graphql")]
    [InlineData("application/graphql-response+json")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/json, text/plain")]
    [InlineData("text/json")]
    [InlineData("application/*")]
    [InlineData("nonsense")]
    public async Task Refuses_every_other_content_type(string? contentType)
    {
        var executor = new RecordingExecutor();
        await using var host = await HttpHost.StartAsync(executor.ExecuteAsync);
        var answer = await host.PostAsync(Body, contentType);
        Assert.Equal((415, ErrorCodes.UnsupportedMediaType), (answer.Status, answer.Code));
        Assert.Null(executor.Request);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("identity")]
    [InlineData("nonsense")]
    public async Task Refuses_a_body_that_is_encoded(string encoding)
    {
        await using var host = await HttpHost.StartAsync(new RecordingExecutor().ExecuteAsync);
        var content = new ByteArrayContent([1, 2, 3]);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        var answer = await host.SendAsync(HttpMethod.Post, content: content);
        Assert.Equal((415, "identity"), (answer.Status, answer.Headers["Accept-Encoding"]));
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json;q=0")]
    public async Task Executes_nothing_for_a_client_that_could_not_read_the_answer(string accept)
    {
        var executor = new RecordingExecutor();
        await using var host = await HttpHost.StartAsync(executor.ExecuteAsync);
        var answer = await host.PostAsync(Body, accept: accept);
        Assert.Equal((406, ErrorCodes.NotAcceptable), (answer.Status, answer.Code));
        Assert.Equal("application/json; charset=utf-8", answer.ContentType);
        Assert.Null(executor.Request);
    }

    [Theory]
    [InlineData("", "application/json")]
    [InlineData("[]", Modern)]
    [InlineData("{", "application/json")]
    [InlineData("{}", Modern)]
    public async Task Refuses_a_malformed_body_in_either_media_type(string body, string accept)
    {
        var executor = new RecordingExecutor();
        await using var host = await HttpHost.StartAsync(executor.ExecuteAsync);
        var answer = await host.PostAsync(body, accept: accept);
        Assert.Equal((400, ErrorCodes.BadRequest), (answer.Status, answer.Code));
        Assert.StartsWith(accept, answer.ContentType, StringComparison.Ordinal);
        Assert.Null(executor.Request);
    }

    [Theory]
    [InlineData("application/json", 200)]
    [InlineData(Modern, 400)]
    public async Task Tells_a_refused_document_by_the_status_the_client_knows(string accept, int status)
    {
        await using var host = await HttpHost.StartAsync(new RecordingExecutor(RecordingExecutor.Refusal(ErrorCodes.ValidationFailed)).ExecuteAsync);
        var answer = await host.PostAsync(Body, accept: accept);
        Assert.Equal((status, ErrorCodes.ValidationFailed), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData(HttpStatuses.Established, 200)]
    [InlineData(HttpStatuses.September2026, 294)]
    public async Task Tells_partial_success_as_it_was_told_to(HttpStatuses statuses, int status)
    {
        await using var host = await HttpHost.StartAsync(new RecordingExecutor(RecordingExecutor.Partial()).ExecuteAsync, new GraphQLHttpOptions { Statuses = statuses });
        Assert.Equal(status, (await host.PostAsync(Body, accept: Modern)).Status);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("*/*")]
    [InlineData(Modern)]
    public async Task Tells_a_refused_document_as_an_answer_of_GraphQL_in_the_first_edition(string accept)
    {
        var executor = new RecordingExecutor(RecordingExecutor.Refusal(ErrorCodes.ValidationFailed));
        await using var host = await HttpHost.StartAsync(executor.ExecuteAsync, new GraphQLHttpOptions { Statuses = HttpStatuses.September2026 });
        var answer = await host.PostAsync(Body, accept: accept);
        Assert.Equal((422, ErrorCodes.ValidationFailed), (answer.Status, answer.Code));
        Assert.Equal("application/graphql-response+json; charset=utf-8", answer.ContentType);
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("{", 400)]
    [InlineData("{\"query\":\"\\ud800\"}", 400)]
    [InlineData("[]", 422)]
    [InlineData("{}", 422)]
    [InlineData("{\"qeury\":\"{a}\"}", 422)]
    [InlineData("{\"query\":\"{a}\",\"variables\":[7]}", 422)]
    public async Task Tells_what_cannot_be_read_from_what_is_no_request_in_the_first_edition(string body, int status)
    {
        await using var host = await HttpHost.StartAsync(new RecordingExecutor().ExecuteAsync, new GraphQLHttpOptions { Statuses = HttpStatuses.September2026 });
        var answer = await host.PostAsync(body);
        Assert.Equal((status, ErrorCodes.BadRequest), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Ignores_the_query_string()
    {
        var executor = new RecordingExecutor();
        await using var host = await HttpHost.StartAsync(executor.ExecuteAsync);
        var content = new StringContent(Body, System.Text.Encoding.UTF8, "application/json");
        await host.SendAsync(HttpMethod.Post, "?query={other}", content: content);
        Assert.Equal("query A($id:ID!){a(id:$id)}", executor.Request?.Document);
    }
}
