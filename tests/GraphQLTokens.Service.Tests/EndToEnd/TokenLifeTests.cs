using System.Net;
using System.Text.Json;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>A token from its making to its end, over GraphQL.</summary>
public sealed class TokenLifeTests(SharedService shared) : IClassFixture<SharedService>
{
    private const string Rotate = "mutation ($input: RotateAPITokenInput) { rotateAPIToken(input: $input) { token { id value valueStart expiresAt rotatedAt rotatedBy { ... on APIToken { name } } } } }";
    private const string Delete = "mutation ($id: ID!) { deleteAPIToken(input: { id: $id }) { id } }";
    private const string Who = "{ viewer { token { id } } }";

    [Fact]
    public async Task A_created_token_works_at_once_and_shows_its_value_once()
    {
        var answer = await shared.Root.AskAsync("""
            mutation {
              createAPIToken(input: { name: "  ci  ", description: "builds", permissions: [RuleRead, AlertRead, RuleRead], allowedCIDRBlocks: ["127.0.0.1", "10.0.0.0/8"] }) {
                token {
                  id name description value valueStart permissions effectivePermissions status allowedCIDRBlocks deniedCIDRBlocks notBefore expiresAt
                  updatedAt rotatedAt lastUsedAt lastUsedFrom metadata
                  owner { __typename ... on Tenant { name } } createdByActor { ... on APIToken { name } } updatedByActor { __typename }
                }
              }
            }
            """);
        var token = answer.Data.GetProperty("createAPIToken").GetProperty("token");
        var value = token.GetProperty("value").GetString()!;
        Assert.True(TokenValue.TryParse(value, out _));
        Assert.StartsWith(token.GetProperty("valueStart").GetString()!, value, StringComparison.Ordinal);
        Assert.Equal("no-store", answer.CacheControl);
        AssertJson(
            """
            {
              "name": "ci", "description": "builds", "permissions": ["AlertRead", "RuleRead"], "effectivePermissions": ["AlertRead", "RuleRead"], "status": "ACTIVE",
              "allowedCIDRBlocks": ["127.0.0.1/32", "10.0.0.0/8"], "deniedCIDRBlocks": [], "notBefore": null, "expiresAt": null, "updatedAt": null, "rotatedAt": null,
              "lastUsedAt": null, "lastUsedFrom": null, "metadata": null, "owner": { "__typename": "Tenant", "name": "Root" },
              "createdByActor": { "name": "Root token" }, "updatedByActor": null
            }
            """,
            token, except: ["id", "value", "valueStart"]);

        var self = (await shared.Root.With(value).AskAsync("{ apiToken(id: \"self\") { id value } viewer { permissions } }")).Data;
        Assert.Equal(token.GetProperty("id").GetString(), self.GetProperty("apiToken").GetProperty("id").GetString());
        Assert.Equal(JsonValueKind.Null, self.GetProperty("apiToken").GetProperty("value").ValueKind);
    }

    [Fact]
    public async Task What_the_permissions_leave_out_is_access_denied()
    {
        var (_, caller) = await shared.Root.CreateTokenAsync("reader", "AlertRead");
        var answer = await caller.AskAsync("{ viewer { address } listed: apiTokens { totalCount } }");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(("access denied", "ACCESS_DENIED", "listed"), (answer.Error.Message, answer.Error.Code, answer.Error.Path));
        Assert.Equal(["OrganizationAPITokenRead"], answer.Error.Strings("missingPermissions"));
    }

    [Fact]
    public async Task Rotation_replaces_the_value_at_once_and_keeps_the_expiry()
    {
        var (id, old) = await shared.Root.CreateTokenAsync(new { name = "r", expiry = new { at = "2093-04-05T06:07:08.009Z" } });
        var answer = await shared.Root.AskAsync(Rotate, new { input = new { id } });
        Assert.Equal("no-store", answer.CacheControl);
        var token = answer.Data.GetProperty("rotateAPIToken").GetProperty("token");
        Assert.Equal((id, "2093-04-05T06:07:08.009Z"), (token.GetProperty("id").GetString(), token.GetProperty("expiresAt").GetString()));
        Assert.Equal("Root token", token.GetProperty("rotatedBy").GetProperty("name").GetString());
        Assert.NotNull(token.GetProperty("rotatedAt").GetString());
        var next = old.With(token.GetProperty("value").GetString());

        DoorTests.AssertProblem(await old.AskAsync(Who), HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
        Assert.Equal(id, (await next.AskAsync(Who)).Data.GetProperty("viewer").GetProperty("token").GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("mutation { rotateAPIToken { token { value } } }")]
    [InlineData("mutation { rotateAPIToken(input: null) { token { value } } }")]
    [InlineData("mutation { rotateAPIToken(input: {}) { token { value } } }")]
    [InlineData("mutation { rotateAPIToken(input: { id: null }) { token { value } } }")]
    [InlineData("mutation { rotateAPIToken(input: { id: \"self\" }) { token { value } } }")]
    public async Task A_token_without_any_permission_rotates_itself(string document)
    {
        var (_, old) = await shared.Root.CreateTokenAsync("self");
        var value = (await old.AskAsync(document)).Data.GetProperty("rotateAPIToken").GetProperty("token").GetProperty("value").GetString();
        Assert.Equal(HttpStatusCode.Unauthorized, (await old.AskAsync(Who)).Status);
        Assert.Equal(HttpStatusCode.OK, (await old.With(value).AskAsync(Who)).Status);
    }

    [Fact]
    public async Task A_deleted_token_is_refused_at_once_and_absent_everywhere()
    {
        var (id, caller) = await shared.Root.CreateTokenAsync("gone");
        _ = (await caller.AskAsync(Who)).Data;
        var deleted = (await shared.Root.AskAsync(Delete, new { id })).Data.GetProperty("deleteAPIToken");
        Assert.Equal(id, deleted.GetProperty("id").GetString());

        var refused = await caller.AskAsync(Who);
        DoorTests.AssertProblem(refused, HttpStatusCode.Unauthorized, "TOKEN_REVOKED");
        var seen = (await shared.Root.AskAsync(
            "query ($id: ID!) { apiToken(id: $id) { id } node(id: $id) { id } nodes(ids: [$id]) { id } apiTokens(where: { nameContains: \"gone\" }) { totalCount } }", new { id })).Data;
        AssertJson("""{ "apiToken": null, "node": null, "nodes": [null], "apiTokens": { "totalCount": 0 } }""", seen);
        var again = (await shared.Root.AskAsync(Delete, new { id })).Error;
        Assert.Equal("NOT_FOUND", again.Code);
        Assert.EndsWith("does not exist", again.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ids_are_understood_with_dashes_and_without()
    {
        var (id, _) = await shared.Root.CreateTokenAsync("dashes");
        var bare = id.Replace("-", "", StringComparison.Ordinal);
        var answer = await shared.Root.AskAsync(
            "query ($bare: ID!, $loud: ID!) { apiToken(id: $bare) { id } node(id: $loud) { id } }", new { bare, loud = bare.ToUpperInvariant() });
        AssertJson($$"""{ "apiToken": { "id": "{{id}}" }, "node": { "id": "{{id}}" } }""", answer.Data);
        var deleted = (await shared.Root.AskAsync(Delete, new { id = bare })).Data.GetProperty("deleteAPIToken");
        Assert.Equal(id, deleted.GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("""{"b":1,"a":{"deep":[1.50,1e3,null,true,"ü\n"]}}""")]
    [InlineData("""{"big":12345678901234567890123,"small":0.10}""")]
    [InlineData("{}")]
    public async Task Metadata_comes_back_as_it_was_written(string metadata)
    {
        var (id, _) = await shared.Root.CreateTokenAsync(new { name = "m", metadata = JsonSerializer.Deserialize<JsonElement>(metadata) });
        var token = (await shared.Root.AskAsync("query ($id: ID!) { apiToken(id: $id) { metadata } }", new { id })).Data.GetProperty("apiToken");
        Assert.Equal(metadata, token.GetProperty("metadata").GetRawText());
    }

    [Fact]
    public async Task Metadata_may_be_written_in_the_document()
    {
        var token = (await shared.Root.AskAsync(
            "mutation ($v: JSON) { createAPIToken(input: { name: \"m\", metadata: { team: \"a\", list: [1, 2.5, null, $v] } }) { token { metadata } } }", new { v = new { x = 1 } })).Data;
        AssertJson("""{ "team": "a", "list": [1, 2.5, null, { "x": 1 }] }""", token.GetProperty("createAPIToken").GetProperty("token").GetProperty("metadata"));
    }

    [Theory]
    [InlineData("2093-01-31T12:00:00Z", "2093-01-31T12:00:00.000Z")]
    [InlineData("2093-01-31T12:00:00.5Z", "2093-01-31T12:00:00.500Z")]
    [InlineData("2093-01-31T12:00:00.1239999Z", "2093-01-31T12:00:00.123Z")]
    [InlineData("2093-01-31T12:00:00.123456789Z", "2093-01-31T12:00:00.123Z")]
    [InlineData("2093-01-31T14:00:00+02:00", "2093-01-31T12:00:00.000Z")]
    [InlineData("2093-01-31t12:00:00z", "2093-01-31T12:00:00.000Z")]
    public async Task Instants_are_answered_in_one_form(string given, string answered)
    {
        var (id, _) = await shared.Root.CreateTokenAsync(new { name = "t", expiry = new { at = given } });
        var token = (await shared.Root.AskAsync("query ($id: ID!) { apiToken(id: $id) { expiresAt } }", new { id })).Data.GetProperty("apiToken");
        Assert.Equal(answered, token.GetProperty("expiresAt").GetString());
    }

    [Fact]
    public async Task The_probe_of_existing_clients_is_answered()
    {
        var settings = (await shared.Root.AskAsync("{ generalSettings { pantherVersion version } }")).Data.GetProperty("generalSettings");
        Assert.NotEqual("", settings.GetProperty("pantherVersion").GetString());
        Assert.Equal(settings.GetProperty("version").GetString(), settings.GetProperty("pantherVersion").GetString());
    }

    private static void AssertJson(string expected, JsonElement actual, params string[] except)
    {
        var kept = actual.ValueKind is not JsonValueKind.Object ? actual
            : JsonSerializer.SerializeToElement(actual.EnumerateObject().Where(member => !except.Contains(member.Name)).ToDictionary(member => member.Name, member => member.Value));
        Assert.True(JsonElement.DeepEquals(JsonSerializer.Deserialize<JsonElement>(expected), kept), $"expected {expected}\nis       {kept}");
    }
}
