using System.Net;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Tests.OAuth;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>No token could make another that holds every permission, so managing tokens does not end the last one, through whatever door.</summary>
public sealed class LastRootTokenTests : IAsyncLifetime
{
    private const string Viewer = "{ viewer { address } }";

    private ServiceApplication service = null!;
    private ServiceCaller manager = null!;
    private string root = "";

    public static TheoryData<string, string, bool> Endings
    {
        get
        {
            var rows = new TheoryData<string, string, bool>();
            foreach (var ending in new[] { "deleted", "\"active\": false", "\"expiry\": { \"after\": \"P90D\" }", "\"notBefore\": \"9000-01-01T00:00:00Z\"" })
            {
                foreach (var door in new[] { "GraphQL", "REST" })
                {
                    rows.Add(ending, door, false);
                    rows.Add(ending, door, true);
                }
            }

            return rows;
        }
    }

    public async Task InitializeAsync()
    {
        service = await ServiceApplication.StartAsync();
        (_, manager) = await service.Root.CreateTokenAsync("manager", "OrganizationAPITokenModify");
        root = (await service.Root.AskAsync("{ viewer { token { id } } }")).Data.GetProperty("viewer").GetProperty("token").GetProperty("id").GetString()!;
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task Is_not_ended_by_managing_tokens(string ending, string door, bool byItself)
    {
        var answer = await EndAsync(byItself ? service.Root : manager, root, ending, door);

        Assert.Contains("CONFLICT", answer.Text, StringComparison.Ordinal);
        Assert.Contains("--new-root-token", answer.Text, StringComparison.Ordinal);
        Assert.Equal(door == "REST" ? HttpStatusCode.Conflict : HttpStatusCode.OK, answer.Status);
        _ = (await service.Root.AskAsync(Viewer)).Data;
        await using var store = await service.OpenStoreAsync();
        var audit = await store.AuditEvents.OrderBy(row => row.Sequence).LastAsync();
        Assert.Equal(
            (ending == "deleted" ? "DELETE_API_TOKEN" : "UPDATE_API_TOKEN", AuditResult.Failed, """[{"message":"the last token that holds every permission"}]"""),
            (audit.ActionName, audit.Result, audit.Errors));
    }

    [Theory]
    [InlineData("\"allowedCIDRBlocks\": [\"192.0.2.1\"]")]
    [InlineData("\"deniedCIDRBlocks\": [\"192.0.2.1\"]")]
    [InlineData("\"rateLimit\": { \"limit\": 100, \"window\": \"PT1M\" }")]
    public async Task Is_confined_by_nobody_who_holds_less(string change)
    {
        Assert.Contains("CONFLICT", (await EndAsync(manager, root, change, "REST")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await EndAsync(manager, root, "\"description\": \"ours\"", "REST")).Status);
        Assert.Equal(HttpStatusCode.OK, (await EndAsync(service.Root, root, "\"deniedCIDRBlocks\": [\"192.0.2.2\"]", "REST")).Status);
    }

    [Theory]
    [InlineData("/oauth/revoke")]
    [InlineData("/api-tokens/revoke")]
    public async Task Is_ended_by_whoever_gives_its_value_up(string door)
    {
        var (caller, value) = (service.Root, service.Root.Key!);
        _ = door == "/oauth/revoke" ? await caller.FormAsync(door, ("token", value)) : await caller.With(null).RestAsync(HttpMethod.Post, door, new { value });

        DoorTests.AssertProblem(await caller.AskAsync(Viewer), HttpStatusCode.Unauthorized, "TOKEN_REVOKED");
    }

    [Fact]
    public async Task Is_the_last_while_others_do_not_stand()
    {
        var second = await MakeRootAsync("second");
        Assert.Equal(HttpStatusCode.NoContent, (await EndAsync(manager, root, "deleted", "REST")).Status);
        var secondId = (await second.AskAsync("{ viewer { token { id } } }")).Data.GetProperty("viewer").GetProperty("token").GetProperty("id").GetString()!;
        Assert.Equal(HttpStatusCode.Conflict, (await EndAsync(manager, secondId, "deleted", "REST")).Status);

        var third = await MakeRootAsync("third");
        Assert.Equal(HttpStatusCode.OK, (await EndAsync(third, secondId, "\"active\": false", "REST")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await EndAsync(second.With(third.Key), "self", "deleted", "REST")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await EndAsync(manager, secondId, "deleted", "REST")).Status);
    }

    private async Task<ServiceCaller> MakeRootAsync(string file)
    {
        var (code, said) = await NewRootTokenTests.RunAsync(service.Directory, file);
        Assert.True(code == 0, said);
        return service.Caller((await File.ReadAllTextAsync(Path.Combine(service.Directory, file))).Trim());
    }

    private static Task<ServiceAnswer> EndAsync(ServiceCaller caller, string id, string ending, string door)
    {
        if (ending == "deleted")
        {
            return door == "REST"
                ? caller.RestAsync(HttpMethod.Delete, $"/api-tokens/{id}")
                : caller.AskAsync("mutation ($id: ID!) { deleteAPIToken(input: { id: $id }) { id } }", new { id });
        }

        var change = System.Text.Json.Nodes.JsonNode.Parse($$"""{ "name": "Root token", {{ending}} }""")!.AsObject();
        if (door == "REST")
            return caller.RestAsync(HttpMethod.Post, $"/api-tokens/{id}", change);
        change["id"] = id;
        return caller.AskAsync("mutation ($input: UpdateAPITokenInput!) { updateAPIToken(input: $input) { token { id } } }", new { input = change });
    }
}
