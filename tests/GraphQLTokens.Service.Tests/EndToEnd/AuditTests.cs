using System.Text.Json;
using GraphQLTokens.Service.Domain;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>Every change over GraphQL, and every attempt at one, leaves its row.</summary>
public sealed class AuditTests(SharedService shared) : IClassFixture<SharedService>
{
    private static readonly string[] Actions = ["CREATE_API_TOKEN", "UPDATE_API_TOKEN", "ROTATE_API_TOKEN", "DELETE_API_TOKEN"];

    [Fact]
    public async Task A_change_is_recorded_with_who_whence_and_what()
    {
        var after = await LastAsync();
        var root = shared.Service.Caller(shared.Root.Key, "127.0.0.7");
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent("""{"query":"mutation { createAPIToken(input: { name: \"watched\", permissions: [AlertRead] }) { token { value } } }"}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")),
        };
        request.Headers.Add("User-Agent", "audit-test/1");
        request.Headers.Add("X-Forwarded-For", "198.51.100.7");
        var value = (await root.SendAsync(request)).Data.GetProperty("createAPIToken").GetProperty("token").GetProperty("value").GetString()!;

        var row = Assert.Single(await RowsAsync(after));
        Assert.Equal(("CREATE_API_TOKEN", AuditResult.Succeeded, "Root token", "127.0.0.7", "audit-test/1", """["198.51.100.7"]""", null),
            (row.ActionName, row.Result, row.ActorName, row.SourceIP, row.UserAgent, row.ForwardedFor, row.Errors));
        var input = JsonSerializer.Deserialize<JsonElement>(row.Params).GetProperty("dynamic").GetProperty("input");
        Assert.Equal(("watched", "AlertRead"), (input.GetProperty("name").GetString(), input.GetProperty("permissions")[0].GetString()));
        SecretWatch.AssertAbsent(JsonSerializer.Serialize(row), value, root.Key!);
    }

    [Fact]
    public async Task Each_kind_of_change_is_recorded_once_in_order()
    {
        var after = await LastAsync();
        var (id, _) = await shared.Root.CreateTokenAsync("subject");
        _ = (await shared.Root.AskAsync("""
            mutation ($id: ID!) {
              updateAPIToken(input: { id: $id, name: "renamed" }) { token { id } }
              rotateAPIToken(input: { id: $id }) { token { id } }
              deleteAPIToken(input: { id: $id }) { id }
            }
            """, new { id })).Data;
        var rows = await RowsAsync(after);
        Assert.Equal(Actions, rows.Select(row => row.ActionName));
        Assert.All(rows, row => Assert.Equal(AuditResult.Succeeded, row.Result));
        Assert.Equal(Enumerable.Range(1, 4).Select(step => after + step), rows.Select(row => row.Sequence));
    }

    [Theory]
    [InlineData("mutation { createAPIToken(input: { name: \"x\" }) { token { id } } }", "CREATE_API_TOKEN")]
    [InlineData("mutation { updateAPIToken(input: { id: \"01979d6e-0000-7000-8000-000000000002\" }) { token { id } } }", "UPDATE_API_TOKEN")]
    [InlineData("mutation { rotateAPIToken(input: { id: \"01979d6e-0000-7000-8000-000000000002\" }) { token { id } } }", "ROTATE_API_TOKEN")]
    [InlineData("mutation { cancelAPITokenRotation(input: { id: \"01979d6e-0000-7000-8000-000000000002\" }) { token { id } } }", "CANCEL_API_TOKEN_ROTATION")]
    [InlineData("mutation { deleteAPIToken(input: { id: \"self\" }) { id } }", "DELETE_API_TOKEN")]
    public async Task An_attempt_without_the_right_is_recorded(string document, string action)
    {
        var (id, caller) = await shared.Root.CreateTokenAsync("powerless");
        var after = await LastAsync();
        Assert.Equal("ACCESS_DENIED", (await caller.AskAsync(document)).Error.Code);
        var row = Assert.Single(await RowsAsync(after));
        Assert.Equal((action, AuditResult.Failed, Guid.Parse(id), """[{"message":"access denied"}]"""), (row.ActionName, row.Result, row.ActorId, row.Errors));
    }

    [Theory]
    [InlineData("mutation { createAPIToken(input: { name: \"\" }) { token { id } } }", "CREATE_API_TOKEN", "input.name is empty")]
    [InlineData("mutation { cancelAPITokenRotation(input: {}) { token { id } } }", "CANCEL_API_TOKEN_ROTATION", "no previous value of the token works any more")]
    [InlineData("mutation { deleteAPIToken(input: { id: \"01979d6e-0000-7000-8000-000000000002\" }) { id } }", "DELETE_API_TOKEN", "the token does not exist")]
    public async Task A_refused_change_is_recorded_with_the_reason(string document, string action, string reason)
    {
        var after = await LastAsync();
        Assert.Single((await shared.Root.AskAsync(document)).Errors);
        var row = Assert.Single(await RowsAsync(after));
        Assert.Equal((action, AuditResult.Failed), (row.ActionName, row.Result));
        Assert.Contains(reason, row.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Aliases_are_as_many_changes_and_as_many_rows()
    {
        var after = await LastAsync();
        _ = (await shared.Root.AskAsync("mutation { a: createAPIToken(input: { name: \"a\" }) { token { id } } b: createAPIToken(input: { name: \"b\" }) { token { id } } }")).Data;
        Assert.Equal(2, (await RowsAsync(after)).Count);
    }

    private async Task<long> LastAsync()
    {
        await using var db = await shared.Service.OpenStoreAsync();
        return await db.AuditEvents.MaxAsync(row => row.Sequence);
    }

    private async Task<List<AuditEvent>> RowsAsync(long after)
    {
        await using var db = await shared.Service.OpenStoreAsync();
        return await db.AuditEvents.AsNoTracking().Where(row => row.Sequence > after).OrderBy(row => row.Sequence).ToListAsync();
    }
}
