using System.Net;
using GraphQLTokens.Service.Tests.GraphQL;

namespace GraphQLTokens.Service.Tests.EndToEnd;

public sealed class IntrospectionTests(SharedService shared) : IClassFixture<SharedService>
{
    public static TheoryData<string> Documents => new(IntrospectionDocuments.Full, IntrospectionDocuments.Old, "{ __type(name: \"__Schema\") { name fields { name } } }");

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Any_key_may_introspect_with_documents_old_and_new(string document)
    {
        var (_, powerless) = await shared.Root.CreateTokenAsync("powerless");
        _ = (await powerless.AskAsync(document)).Data;
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Without_a_key_there_is_none(string document) =>
        DoorTests.AssertProblem(await shared.Service.Caller(null).AskAsync(document), HttpStatusCode.Unauthorized, "UNAUTHENTICATED");

    [Fact]
    public async Task Public_introspection_lets_nobody_introspect_and_nothing_else()
    {
        await using var service = await ServiceApplication.StartAsync(new() { ["Access:PublicIntrospection"] = "true" });
        var nobody = service.Caller(null);
        Assert.NotEqual(0, (await nobody.AskAsync(IntrospectionDocuments.Full)).Data.GetProperty("__schema").GetProperty("types").GetArrayLength());
        Assert.Equal("Query", (await nobody.AskAsync("{ __typename }")).Data.GetProperty("__typename").GetString());
        foreach (var field in service.SchemaFields())
        {
            var answer = await nobody.AskAsync(field.Document);
            Assert.True(answer.Error.Code == "UNAUTHENTICATED" && answer.Error.Path == field.Name, $"{field.Name}: {answer}");
        }
        DoorTests.AssertProblem(await service.Caller("wrong").AskAsync(IntrospectionDocuments.Full), HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
    }

    [Theory]
    [InlineData("{ viewr { id } }")]
    [InlineData("{ __schema { directive } }")]
    [InlineData("{ apiTokens(firs: 1) { totalCount } }")]
    [InlineData("query ($where: APITokenFilter) { apiTokens(where: $where) { totalCount } }")]
    [InlineData("{ apiToken(id: { a: 1 }) { id } }")]
    public async Task Errors_name_nothing_of_the_schema_to_whoever_has_no_key_even_where_it_is_public(string document)
    {
        await using var service = await ServiceApplication.StartAsync(new() { ["Access:PublicIntrospection"] = "true", ["GraphQL:Suggestions"] = "true" });
        Assert.Equal(
            """{"errors":[{"message":"The document is not valid for this schema.","extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}""",
            (await service.Caller(null).AskAsync(document)).Text);
        Assert.DoesNotContain("not valid for this schema", (await service.Root.AskAsync(document)).Error.Message, StringComparison.Ordinal);
    }
}
