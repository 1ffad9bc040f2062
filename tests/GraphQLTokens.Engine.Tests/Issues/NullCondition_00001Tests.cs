using System.Buffers;
using System.Text;
using System.Text.Json;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Binding;

namespace GraphQLTokens.Engine.Tests.Issues;

/// <summary>A nullable variable with a default may stand in `if: Boolean!`, and may be given null: that was read as false.</summary>
public sealed class NullCondition_00001Tests
{
    private const string Refusal = "\"message\":\"Argument \\\"if\\\" of non-null type \\\"Boolean!\\\" must not be null.\"";

    [Theory]
    [InlineData("query ($if: Boolean = true) { name @include(if: $if) }", "[{\"line\":1,\"column\":49}]")]
    [InlineData("query ($if: Boolean = true) { self { name } ... @skip(if: $if) { name } }", "[{\"line\":1,\"column\":59}]")]
    [InlineData("mutation ($if: Boolean = true) { name @skip(if: $if) }", "[{\"line\":1,\"column\":49}]")]
    public async Task Null_decides_nothing_at_the_root(string document, string locations)
    {
        var answer = await AnswerAsync(document, "null");
        Assert.Contains("\"data\":null", answer, StringComparison.Ordinal);
        Assert.Contains(Refusal, answer, StringComparison.Ordinal);
        Assert.Contains(locations, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\"path\"", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("query ($if: Boolean = true) { name self { ... on Query @skip(if: $if) { name } } }", "{\"name\":\"x\",\"self\":null}", "[\"self\"]")]
    [InlineData("query ($if: Boolean = true) { name selves { name @include(if: $if) } }", "{\"name\":\"x\",\"selves\":[null]}", "[\"selves\",0]")]
    [InlineData("query ($if: Boolean = true) { self { sure { name @include(if: $if) } } }", "{\"self\":null}", "[\"self\",\"sure\"]")]
    public async Task Null_takes_the_place_of_the_object(string document, string data, string path)
    {
        var answer = await AnswerAsync(document, "null");
        Assert.Contains("\"data\":" + data, answer, StringComparison.Ordinal);
        Assert.Contains(Refusal, answer, StringComparison.Ordinal);
        Assert.Contains("\"path\":" + path, answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("query ($if: Boolean = true) { name @skip(if: true) @include(if: $if) twice: name }", "null", "{\"data\":{\"twice\":\"x\"}}")]
    [InlineData("query ($if: Boolean = true) { name @include(if: $if) }", "true", "{\"data\":{\"name\":\"x\"}}")]
    [InlineData("query ($if: Boolean = true) { name @include(if: $if) }", "false", "{\"data\":{}}")]
    public async Task What_is_skipped_in_any_case_asks_no_further_condition(string document, string value, string answer) =>
        Assert.Equal(answer, await AnswerAsync(document, value));

    private static async Task<string> AnswerAsync(string document, string value)
    {
        var schema = SchemaLoader.Load("type Query { name: String self: Query sure: Query! selves: [Query] } type Mutation { name: String }");
        var bindings = new SchemaBindings().UseFallback(
            (_, field) => _ => new ValueTask<object?>(field.Name switch
            {
                "name" => "x",
                "selves" => new object[] { "one" },
                _ => "object",
            }),
            _ => null);
        using var variables = JsonDocument.Parse("{\"if\":" + value + "}");
        var executor = new RequestExecutor(schema, bindings);
        var response = await executor.ExecuteAsync(new GraphQLRequest { Document = document, Variables = variables.RootElement });
        var output = new ArrayBufferWriter<byte>();
        response.WriteTo(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
