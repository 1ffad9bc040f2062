using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Engine.Validation;

namespace GraphQLTokens.Engine.Tests.Execution;

/// <summary>An operation that the schema has no root type for: not valid, or found out when it is to be executed (<see cref="ValidationOptions.OperationTypes"/>).</summary>
public sealed class MissingRootTypeTests
{
    private const string Invalid = """{"errors":[{"message":"The mutation operation is not supported by the schema.","locations":[{"line":1,"column":1}],"extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}""";
    private const string Found = """{"errors":[{"message":"Schema is not configured to execute mutation operation.","locations":[{"line":1,"column":1}],"extensions":{"code":"OPERATION_RESOLUTION_FAILURE"}}],"data":null}""";
    private const string Unassigned = """{"errors":[{"message":"Variable \"$v\" of required type \"Int!\" was not provided.","locations":[{"line":1,"column":11}],"extensions":{"code":"BAD_USER_INPUT"}}]}""";
    private const string Other = """{"data":{"a":null}}""";

    [Theory]
    [InlineData(true, "mutation ($v: Int!) { b(v: $v) { c } }", null, Invalid)]
    [InlineData(false, "mutation ($v: Int) { b(v: $v) { c } }", null, Found)]
    [InlineData(false, "mutation ($v: Int!) { b(v: $v) { c } }", null, Unassigned)]
    [InlineData(true, "mutation M { b } query Q { a }", "Q", Invalid)]
    [InlineData(false, "mutation M { b } query Q { a }", "Q", Other)]
    [InlineData(false, "mutation M { b } query Q { a }", "M", Found)]
    public async Task Is_answered_by_the_edition(bool operationTypes, string document, string? operation, string expected) =>
        Assert.Equal(expected, TestEngine.Text(await Executor(operationTypes).ExecuteAsync(new GraphQLRequest { Document = document, OperationName = operation })));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Tells_nothing_to_whom_the_schema_is_hidden(bool operationTypes)
    {
        var response = await Executor(operationTypes).ExecuteAsync(new GraphQLRequest { Document = "mutation { b }", HideSchema = true });

        Assert.Equal("""{"errors":[{"message":"The document is not valid for this schema.","extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}""", TestEngine.Text(response));
    }

    [Fact]
    public async Task Opens_no_stream()
    {
        var result = await Executor(operationTypes: false).StartAsync(new GraphQLRequest { Document = "subscription { d }" });

        Assert.Null(result.Stream);
        Assert.Equal(ErrorCodes.OperationResolutionFailed, Assert.Single(result.Response!.Errors).Code);
    }

    private static RequestExecutor Executor(bool operationTypes) => new(
        SchemaLoader.Load("type Query { a: Int }"),
        new SchemaBindings().UseFallback((_, _) => _ => default, _ => null),
        new ExecutionOptions { Validation = ValidationOptions.Default with { OperationTypes = operationTypes } });
}
