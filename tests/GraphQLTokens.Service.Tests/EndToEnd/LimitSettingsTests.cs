using System.Net.Http.Json;
using System.Text;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>Each setting of the section <c>GraphQL</c>, set low: what is beyond it is refused with its code and the figure, and nothing runs.</summary>
public sealed class LimitSettingsTests
{
    private const string Create = "createAPIToken(input: { name: \"never\" }) { token { id } }";

    public static TheoryData<string, int, string, object?, string> Limits => new()
    {
        { "MaxDocumentCharacters", 100, $"mutation {{ {Create} }} #{new string('x', 100)}", null, "DOCUMENT_LENGTH_LIMIT_EXCEEDED" },
        { "MaxTokens", 50, $"mutation {{ {Create} }} query q {{ {Repeat("__typename ", 40)} }}", null, "TOKEN_LIMIT_EXCEEDED" },
        { "MaxNesting", 10, $"mutation {{ createAPIToken(input: {{ name: \"never\", metadata: {{ a: {Nested(10)} }} }}) {{ token {{ id }} }} }}", null, "DEPTH_LIMIT_EXCEEDED" },
        { "MaxDepth", 5, $"mutation {{ createAPIToken(input: {{ name: \"never\" }}) {{ token {{ ...a }} }} }} fragment a on APIToken {{ tenant {{ ...b }} }} fragment b on Tenant {{ parent {{ id }} }}", null, "DEPTH_LIMIT_EXCEEDED" },
        { "MaxDirectives", 1, $"mutation {{ createAPIToken(input: {{ name: \"never\" }}) @include(if: true) @skip(if: false) {{ token {{ id }} }} }}", null, "DIRECTIVE_LIMIT_EXCEEDED" },
        { "MaxRootFields", 2, $"mutation {{ a: {Create} b: {Create} c: {Create} }}", null, "ROOT_FIELD_LIMIT_EXCEEDED" },
        { "MaxSelections", 10, $"mutation {{ createAPIToken(input: {{ name: \"never\" }}) {{ token {{ {Repeat("id ", 11)} }} }} }}", null, "SELECTION_LIMIT_EXCEEDED" },
        { "MaxAliases", 1, $"mutation {{ a: {Create} b: {Create} }}", null, "ALIAS_LIMIT_EXCEEDED" },
        { "MaxFragmentSpreads", 1, $"mutation {{ createAPIToken(input: {{ name: \"never\" }}) {{ token {{ ...a ...a }} }} }} fragment a on APIToken {{ id }}", null, "FRAGMENT_SPREAD_LIMIT_EXCEEDED" },
        { "MaxIntrospectionDepth", 1, "{ __schema { types { fields { type { fields { name } } } } } }", null, "INTROSPECTION_DEPTH_LIMIT_EXCEEDED" },
        { "MaxPageSize", 10, "{ apiTokens(first: 11) { totalCount } }", null, "PAGE_SIZE_LIMIT_EXCEEDED" },
        { "MaxFieldCost", 20, "{ apiTokens(first: 21) { nodes { owner { __typename } } } }", null, "COST_LIMIT_EXCEEDED" },
        { "MaxTypeCost", 20, "{ apiTokens(first: 21) { nodes { id } } }", null, "COST_LIMIT_EXCEEDED" },
        { "MaxResponseBytes", 1024, "{ permissions { name displayName description } }", null, "RESPONSE_LIMIT_EXCEEDED" },
        { "MaxVariablesBytes", 256, "mutation ($input: CreateAPITokenInput!) { createAPIToken(input: $input) { token { id } } }", new { input = new { name = "never", description = new string('x', 256) } }, "VARIABLES_SIZE_LIMIT_EXCEEDED" },
        { "MaxVariablesDepth", 4, "mutation ($input: CreateAPITokenInput!) { createAPIToken(input: $input) { token { id } } }", new { input = new { name = "never", metadata = new { a = new { b = new { } } } } }, "VARIABLES_DEPTH_LIMIT_EXCEEDED" },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task What_is_beyond_a_limit_is_refused_with_its_code_and_figure(string setting, int limit, string document, object? variables, string code)
    {
        await using var service = await ServiceApplication.StartAsync(new() { [$"GraphQL:{setting}"] = $"{limit}" });

        var error = (await service.Root.AskAsync(document, variables)).Error;

        Assert.Equal((code, limit), (error.Code, error.Extension("limit").GetInt32()));
        await using var store = await service.OpenStoreAsync();
        Assert.DoesNotContain(store.Tokens, token => token.Name == "never");
    }

    [Fact]
    public async Task An_operation_that_takes_too_long_is_given_up()
    {
        await using var service = await ServiceApplication.StartAsync(new() { ["GraphQL:Timeout"] = "00:00:00.1" }, new HurriedClock());

        var error = (await service.Root.AskAsync("{ apiTokens { totalCount } }")).Error;

        Assert.Equal("EXECUTION_TIMEOUT", error.Code);
        Assert.Contains("0.1 seconds", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validation_tells_no_more_errors_than_the_setting_says()
    {
        await using var service = await ServiceApplication.StartAsync(new() { ["GraphQL:MaxValidationErrors"] = "3" });
        Assert.Equal(4, (await service.Root.AskAsync("{ a b c d e f g }")).Errors.Count);
    }

    [Fact]
    public async Task Validation_takes_no_more_steps_than_the_setting_says()
    {
        var document = new StringBuilder("{ viewer { ...f0 } }");
        for (var index = 0; index < 60; index++)
            document.Append($" fragment f{index} on Viewer {{ address {(index < 59 ? $"...f{index + 1}" : "")} }}");
        await using var wide = await ServiceApplication.StartAsync();
        await using var narrow = await ServiceApplication.StartAsync(new() { ["GraphQL:MaxValidationSteps"] = "1000" });

        _ = (await wide.Root.AskAsync(document.ToString())).Data;
        Assert.Equal("GRAPHQL_VALIDATION_FAILED", (await narrow.Root.AskAsync(document.ToString())).Error.Code);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData(null, false)]
    public async Task Suggestions_are_made_only_where_the_setting_says_so(string? setting, bool suggests)
    {
        await using var service = await ServiceApplication.StartAsync(setting is null ? null : new() { ["GraphQL:Suggestions"] = setting });
        Assert.Equal(suggests, (await service.Root.AskAsync("{ __schema { directive } }")).Text.Contains("Did you mean", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Metadata_of_a_whole_page_fits_and_thirty_times_as_much_does_not()
    {
        await using var service = await ServiceApplication.StartAsync();
        var metadata = new { text = new string('x', 8_000) };
        for (var index = 0; index < 30; index++)
            await service.Root.CreateTokenAsync(new { name = "large", metadata });

        Assert.Equal(31, (await service.Root.AskAsync("{ apiTokens(first: 100) { nodes { name metadata } } }")).Data.GetProperty("apiTokens").GetProperty("nodes").GetArrayLength());
        var aliases = string.Concat(Enumerable.Range(0, 30).Select(index => $"m{index}: metadata "));
        var error = (await service.Root.AskAsync($"{{ apiTokens(first: 100) {{ nodes {{ {aliases} }} }} }}")).Error;
        Assert.Equal(("RESPONSE_LIMIT_EXCEEDED", 4 * 1024 * 1024), (error.Code, error.Extension("limit").GetInt32()));
    }

    [Fact]
    public async Task Queries_by_GET_and_the_report_of_costs_can_be_turned_off()
    {
        await using var service = await ServiceApplication.StartAsync(new() { ["GraphQL:AllowGet"] = "false", ["GraphQL:ReportCost"] = "false" });
        Assert.Equal("METHOD_NOT_ALLOWED", (await service.Root.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}"))).Error.Code);
        var asked = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent("{\"query\":\"{__typename}\",\"extensions\":{\"cost\":true}}", Encoding.UTF8, "application/json") };
        Assert.False((await service.Root.SendAsync(asked)).Json.TryGetProperty("extensions", out _));
    }

    [Theory]
    [InlineData("Established", 200, 200, "application/json")]
    [InlineData("September2026", 294, 422, "application/graphql-response+json")]
    public async Task Statuses_are_those_that_every_client_takes_or_those_of_the_first_edition(string statuses, int partial, int refused, string mediaType)
    {
        await using var service = await ServiceApplication.StartAsync(new() { ["GraphQL:Statuses"] = statuses });
        foreach (var (document, status, type) in new[] { ("{ apiTokens(after: \"nonsense\") { totalCount } }", partial, "application/json"), ("{ nothing }", refused, mediaType) })
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = document }) };
            request.Headers.Accept.ParseAdd("application/json");
            var answer = await service.Root.SendAsync(request);
            Assert.Equal((status, type), ((int)answer.Status, answer.ContentType));
        }
    }

    // A second passes whenever somebody looks.
    private sealed class HurriedClock : TimeProvider
    {
        private long seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Increment(ref seconds);
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string Nested(int levels) => $"{new string('[', levels)}{new string(']', levels)}";
}
