using GraphQLTokens.Service.Access.Directives;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Audit;
using GraphQLTokens.Service.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Tests.Access.Directives;

public sealed class RequiresPermissionDirectiveTests
{
    private const string Refusal = "ACCESS_DENIED access denied at a";

    [Theory]
    [InlineData("allOf: [\"A\", \"B\"]", "A B", null)]
    [InlineData("allOf: [\"A\", \"B\"]", "A", Refusal)]
    [InlineData("allOf: [\"A\", \"B\"]", "", Refusal)]
    [InlineData("anyOf: [\"A\", \"B\"]", "B", null)]
    [InlineData("anyOf: [\"A\", \"B\"]", "C", Refusal)]
    [InlineData("allOf: [\"A\"], anyOf: [\"B\", \"C\"]", "A C", null)]
    [InlineData("allOf: [\"A\"], anyOf: [\"B\", \"C\"]", "B C", Refusal)]
    [InlineData("allOf: [\"A\"], anyOf: [\"B\", \"C\"]", "A", Refusal)]
    public async Task A_field_asks_for_all_of_some_and_one_of_others(string arguments, string held, string? refusal)
    {
        var schema = new DirectiveTestSchema($"type Query {{ a: String @requiresPermission({arguments}) }}");
        Assert.Equal(refusal, await schema.RefusalAsync("{ a }", DirectiveTestSchema.Caller(held.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
    }

    [Fact]
    public async Task What_is_missing_is_named_and_what_is_held_is_not()
    {
        var schema = new DirectiveTestSchema("type Query { a: String @requiresPermission(allOf: [\"A\", \"B\"], anyOf: [\"C\", \"D\"]) }");
        Assert.Equal(
            """{"errors":[{"message":"access denied","locations":[{"line":1,"column":3}],"path":["a"],"extensions":{"code":"ACCESS_DENIED","missingPermissions":["B","C","D"]}}],"data":{"a":null}}""",
            await schema.AskAsync("{ a }", DirectiveTestSchema.Caller("A")));
    }

    [Theory]
    [InlineData("{ a }", null)]
    [InlineData("{ a(id: null) }", null)]
    [InlineData("{ a(id: \"self\") }", null)]
    [InlineData("{ a(id: \"01979d6e-0000-7000-8000-000000000001\") }", null)]
    [InlineData("{ a(id: \"01979D6E000070008000000000000001\") }", null)]
    [InlineData("{ a(id: \"01979d6e-0000-7000-8000-000000000002\") }", Refusal)]
    [InlineData("{ a(id: \"Self\") }", Refusal)]
    [InlineData("{ a(id: \"\") }", Refusal)]
    public async Task One_s_own_id_needs_no_permission_where_the_schema_says_so(string document, string? refusal)
    {
        var schema = new DirectiveTestSchema("type Query { a(id: ID): String @requiresPermission(allOf: [\"A\"], exceptSelf: \"id\") }");
        Assert.Equal(refusal, await schema.RefusalAsync(document, DirectiveTestSchema.Caller()));
    }

    [Theory]
    [InlineData("{ a }", null)]
    [InlineData("{ a(input: null) }", null)]
    [InlineData("{ a(input: {}) }", null)]
    [InlineData("{ a(input: { id: null }) }", null)]
    [InlineData("{ a(input: { id: \"01979d6e-0000-7000-8000-000000000002\" }) }", Refusal)]
    public async Task One_s_own_id_may_stand_inside_an_input(string document, string? refusal)
    {
        var schema = new DirectiveTestSchema("input In { id: ID = \"self\" } type Query { a(input: In): String @requiresPermission(allOf: [\"A\"], exceptSelf: \"input.id\") }");
        Assert.Equal(refusal, await schema.RefusalAsync(document, DirectiveTestSchema.Caller()));
    }

    [Theory]
    [InlineData(false, "", Refusal)]
    [InlineData(true, "", null)]
    [InlineData(false, "A", null)]
    public async Task An_object_of_a_guarded_type_is_for_its_owner_and_for_whom_may(bool own, string held, string? refusal)
    {
        var schema = new DirectiveTestSchema("type Query { a: Thing } type Thing @requiresPermission(anyOf: [\"A\"], exceptOwn: true) { x: String }", things: new Owned(own));
        Assert.Equal(refusal, await schema.RefusalAsync("{ a { __typename } }", DirectiveTestSchema.Caller(held.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
    }

    [Fact]
    public async Task Without_the_exception_an_owner_is_refused_too()
    {
        var schema = new DirectiveTestSchema("type Query { a: Thing } type Thing @requiresPermission(anyOf: [\"A\"]) { x: String }", things: new Owned(true));
        Assert.Equal(Refusal, await schema.RefusalAsync("{ a { x } }", DirectiveTestSchema.Caller()));
    }

    [Fact]
    public async Task A_refused_object_leaves_the_others_of_its_list()
    {
        var schema = new DirectiveTestSchema(
            "type Query { all: [Thing] } type Thing @requiresPermission(anyOf: [\"A\"], exceptOwn: true) { x: String }", things: new object[] { new Owned(true), new Owned(false) });
        var answer = await schema.AskAsync("{ all { x } }", DirectiveTestSchema.Caller());
        Assert.Contains("\"path\":[\"all\",1]", answer, StringComparison.Ordinal);
        Assert.EndsWith("\"data\":{\"all\":[{\"x\":\"x\"},null]}}", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_passes_no_check()
    {
        var schema = new DirectiveTestSchema("type Query { a: String @requiresPermission(allOf: [\"A\"], exceptSelf: \"id\") b: Thing } type Thing @requiresPermission(anyOf: [\"A\"]) { x: String }"
            .Replace("a: String", "a(id: ID): String", StringComparison.Ordinal), things: new Owned(true));
        Assert.StartsWith("UNAUTHENTICATED", await schema.RefusalAsync("{ a }", null), StringComparison.Ordinal);
        Assert.StartsWith("UNAUTHENTICATED", await schema.RefusalAsync("{ b { x } }", null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_mutation_is_recorded()
    {
        await using var service = await TestService.StartAsync();
        var schema = new DirectiveTestSchema(
            "type Query { a: String } type Mutation { renameAPIToken: String @requiresPermission(allOf: [\"A\"]) }", new RefusedMutations(service.Get<RecordDenial>()));
        var caller = await service.CallerWithAsync();
        Assert.Equal("ACCESS_DENIED access denied at renameAPIToken", await schema.RefusalAsync("mutation { renameAPIToken }", caller));
        await using var db = await service.OpenAsync();
        var row = await db.AuditEvents.SingleAsync(row => row.ActionName == "RENAME_API_TOKEN");
        Assert.Equal((AuditResult.Failed, caller.TokenId), (row.Result, row.ActorId));
    }

    private sealed record Owned(bool IsOwn) : IOwned
    {
        public bool IsOwnOf(Caller caller) => IsOwn;
    }
}
