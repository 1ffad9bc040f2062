using System.Text.Json;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Tests.Validation.Limits;

namespace GraphQLTokens.Engine.Tests.Validation;

public sealed class HiddenSchemaTests
{
    private const string Invalid = """{"errors":[{"message":"The document is not valid for this schema.","extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}""";

    private readonly LimitedExecutor executor = new();

    [Theory]
    [InlineData("{ itm { id } }")]
    [InlineData("{ item { idd name { x } } light }")]
    [InlineData("{ find(keys: 1) { id } }")]
    [InlineData("{ find(where: { nme: 1 }) { id } }")]
    [InlineData("query ($a: Filer) { find(where: $a) { id } }")]
    [InlineData("{ item { ... on Lite { id } } }")]
    [InlineData("{ ...F } fragment F on Query { item { id } ...F }")]
    public void Nothing_of_the_schema_is_named_where_the_document_does_not_fit_it(string document)
    {
        Assert.Equal(Invalid, Execute(document, hidden: true).GetRawText());
        Assert.NotEqual(Invalid, Execute(document, hidden: false).GetRawText());
    }

    [Theory]
    [InlineData("{ __schema { types { name } } }")]
    [InlineData("{ item { id } t: __type(name: \"Item\") { name } }")]
    [InlineData("{ ...F } fragment F on Query { ... { __schema { queryType { name } } } }")]
    [InlineData("query ($a: Boolean = true) { __schema @include(if: $a) { queryType { name } } }")]
    public void Introspection_is_refused(string document)
    {
        Assert.Equal(Invalid, Execute(document, hidden: true).GetRawText());
        Assert.True(Execute(document, hidden: false).TryGetProperty("data", out _));
        Assert.Equal(Invalid, Execute(document, hidden: true).GetRawText());
    }

    [Fact]
    public void Introspection_may_be_admitted_though_errors_stay_silent()
    {
        var request = new GraphQLRequest { Document = "{ __schema { types { name } } }", HideSchema = true, AdmitIntrospection = true };
        Assert.True(executor.Execute(request).TryGetProperty("data", out _));
        Assert.Equal(Invalid, executor.Execute(request with { Document = "{ itm { id } }" }).GetRawText());
    }

    [Fact]
    public void The_type_name_of_what_is_answered_is_not_introspection() =>
        Assert.True(Execute("{ __typename }", hidden: true).TryGetProperty("data", out _));

    [Fact]
    public void A_document_that_failed_for_one_caller_is_explained_to_the_next_who_may_know()
    {
        Assert.Equal(Invalid, Execute("{ itm { id } }", hidden: true).GetRawText());
        Assert.Contains("Did you mean \\\"item\\\"", Execute("{ itm { id } }", hidden: false).GetRawText().Replace("\\u0022", "\\\"", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(Invalid, Execute("{ itm { id } }", hidden: true).GetRawText());
    }

    [Fact]
    public void Variables_that_do_not_fit_are_refused_without_names()
    {
        const string document = "query ($w: Filter, $p: Page) { find(where: $w) { id } sliced(page: $p) { id } }";
        var request = new GraphQLRequest { Document = document, Variables = JsonSerializer.SerializeToElement(new { w = new { nme = 1 }, p = 1 }) };

        Assert.Equal(
            """{"errors":[{"message":"The variables are not valid for this operation.","extensions":{"code":"BAD_USER_INPUT"}}]}""",
            executor.Execute(request with { HideSchema = true }).GetRawText());
        Assert.Equal(2, executor.Execute(request).GetProperty("errors").GetArrayLength());
    }

    [Theory]
    [InlineData("{ item", ErrorCodes.ParseFailed)]
    [InlineData("{ item { a:id b:id c:id d:id e:id f:id g:id h:id i:id j:id k:id l:id m:id n:id o:id p:id q:id r:id s:id t:id u:id v:id w:id x:id y:id z:id A:id B:id C:id D:id E:id } }", ErrorCodes.AliasLimitExceeded)]
    public void What_is_wrong_with_the_document_alone_is_said(string document, string code) =>
        Assert.Equal(code, Execute(document, hidden: true).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());

    private JsonElement Execute(string document, bool hidden) => executor.Execute(new GraphQLRequest { Document = document, HideSchema = hidden });
}
