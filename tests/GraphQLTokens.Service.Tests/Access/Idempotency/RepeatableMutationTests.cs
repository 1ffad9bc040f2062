using System.Text;
using System.Text.Json;
using GraphQLTokens.Service.Access.Idempotency;

namespace GraphQLTokens.Service.Tests.Access.Idempotency;

public sealed class RepeatableMutationTests
{
    private const string Create = """createAPIToken(input: { name: "x" }) { token { id } }""";

    [Theory]
    [InlineData($"mutation {{ {Create} }}", null)]
    [InlineData($"mutation M($v: Int) {{ made: {Create} }}", null)]
    [InlineData("mutation { rotateAPIToken { token { ...F } } } fragment F on APIToken { id }", null)]
    [InlineData($"query Q {{ viewer {{ address }} }} mutation M {{ {Create} }}", "M")]
    public void One_field_that_makes_or_rotates_a_token_can_be_repeated(string document, string? operation) => Assert.True(IsIn(document, operation));

    [Theory]
    [InlineData("{ viewer { address } }", null)]
    [InlineData("query { createAPIToken }", null)]
    [InlineData("subscription { createAPIToken }", null)]
    [InlineData("mutation { deleteAPIToken(input: { id: \"x\" }) { id } }", null)]
    [InlineData($"mutation {{ {Create} again: {Create} }}", null)]
    [InlineData($"mutation {{ {Create} deleteAPIToken(input: {{ id: \"x\" }}) {{ id }} }}", null)]
    [InlineData($"mutation {{ ...F }} fragment F on Mutation {{ {Create} }}", null)]
    [InlineData($"mutation {{ ... on Mutation {{ {Create} }} }}", null)]
    [InlineData("mutation { createAPIToken: deleteAPIToken(input: { id: \"x\" }) { id } }", null)]
    [InlineData($"query Q {{ viewer {{ address }} }} mutation M {{ {Create} }}", "Q")]
    [InlineData($"query Q {{ viewer {{ address }} }} mutation M {{ {Create} }}", "N")]
    [InlineData($"query Q {{ viewer {{ address }} }} mutation M {{ {Create} }}", null)]
    [InlineData($"mutation {{ {Create} ", null)]
    [InlineData("", null)]
    public void Nothing_else_can(string document, string? operation) => Assert.False(IsIn(document, operation));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"query":1}""")]
    [InlineData("""{"query":"\ud800"}""")]
    [InlineData("""{"query":"mutation { createAPIToken }","query":"{ viewer }"}""")]
    [InlineData("""{"query":"mutation { createAPIToken }"}}""")]
    public void What_cannot_be_read_can_not(string body) => Assert.False(RepeatableMutation.IsIn(Encoding.UTF8.GetBytes(body)));

    private static bool IsIn(string query, string? operationName) => RepeatableMutation.IsIn(JsonSerializer.SerializeToUtf8Bytes(new { query, operationName }));
}
