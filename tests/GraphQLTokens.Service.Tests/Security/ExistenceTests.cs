using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Tests.EndToEnd;
using GraphQLTokens.Service.Tests.OAuth;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Tests.Security;

/// <summary>Whoever may not see something is told the same of it as of what does not exist, by every field that takes an id.</summary>
public sealed partial class ExistenceTests : IAsyncLifetime
{
    private ServiceApplication service = null!;
    private Guid lower;

    public static TheoryData<string> Documents => new()
    {
        "query ($id: ID!) { apiToken(id: $id) { id } }",
        "query ($id: ID!) { node(id: $id) { id __typename } }",
        "query ($id: ID!) { nodes(ids: [$id, \"self\", $id]) { id } }",
        "query ($id: ID!) { apiTokens(where: { ownerId: $id }) { totalCount nodes { id } } }",
        "query ($id: ID!) { apiTokens(where: { tenantId: $id }) { totalCount nodes { id } } }",
        "mutation ($id: ID!) { updateAPIToken(input: { id: $id, name: \"taken\" }) { token { id } } }",
        "mutation ($id: ID!) { updateAPIToken(input: { id: $id, name: \"\", permissions: [UserModify] }) { token { id } } }",
        "mutation ($id: ID!) { rotateAPIToken(input: { id: $id }) { token { id } } }",
        "mutation ($id: ID!) { cancelAPITokenRotation(input: { id: $id }) { token { id } } }",
        "mutation ($id: ID!) { deleteAPIToken(input: { id: $id }) { id } }",
        "subscription ($id: ID!) { apiTokenChanged(id: $id) { id } }",
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task What_is_out_of_sight_is_told_of_as_what_is_not_there(string document)
    {
        var (token, _) = await service.Root.CreateTokenAsync("out of sight");
        var tenant = (await service.Root.AskAsync("{ viewer { tenant { id } } }")).Data.GetProperty("viewer").GetProperty("tenant").GetProperty("id").GetString()!;
        foreach (var permissions in new string[][] { [], ["OwnAPITokenModify"], ["OrganizationAPITokenModify"], ["OrganizationAPITokenRead"], ["OrganizationAPITokenRead", "OrganizationAPITokenModify", "TenantRead"] })
        {
            var caller = await LowerCallerAsync(permissions);
            var absent = await AskAsync(caller, document, Guid.CreateVersion7().ToString());
            foreach (var id in new[] { token, tenant })
                Assert.True(absent == await AskAsync(caller, document, id), $"{string.Join(' ', permissions)}: {absent} and {await AskAsync(caller, document, id)}");
        }

        await using var store = await service.OpenStoreAsync();
        Assert.Equal(("out of sight", null), await store.Tokens.Where(row => row.Id == Guid.Parse(token)).Select(row => ValueTuple.Create(row.Name, row.DeletedAt)).SingleAsync());
    }

    public static TheoryData<string, string, string?> Addresses => new()
    {
        { "GET", "/api-tokens/{id}", null },
        { "POST", "/api-tokens/{id}", """{"name":"taken"}""" },
        { "POST", "/api-tokens/{id}", """{"name":"","permissions":["UserModify"]}""" },
        { "POST", "/api-tokens/{id}/rotate", null },
        { "POST", "/api-tokens/{id}/rotate", """{"overlap":"P9999D"}""" },
        { "POST", "/api-tokens/{id}/cancel-rotation", """{"keep":"previous"}""" },
        { "DELETE", "/api-tokens/{id}", null },
    };

    /// <summary>With headers by which other services choose a tenant: here they choose nothing.</summary>
    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task What_is_out_of_sight_is_told_of_by_REST_as_what_is_not_there(string method, string path, string? body)
    {
        var (token, _) = await service.Root.CreateTokenAsync("out of sight");
        var tenant = (await service.Root.AskAsync("{ viewer { tenant { id } } }")).Data.GetProperty("viewer").GetProperty("tenant").GetProperty("id").GetString()!;
        foreach (var permissions in new string[][] { [], ["OwnAPITokenModify"], ["OrganizationAPITokenModify"], ["OrganizationAPITokenRead", "OrganizationAPITokenModify", "TenantRead"] })
        {
            var caller = await LowerCallerAsync(permissions);
            var absent = await RestAsync(caller, Guid.CreateVersion7().ToString());
            Assert.True(absent.StartsWith("403", StringComparison.Ordinal) || absent.StartsWith("404", StringComparison.Ordinal), absent);
            foreach (var id in new[] { token, tenant })
                Assert.Equal(absent, await RestAsync(caller, id));
        }

        await using var store = await service.OpenStoreAsync();
        Assert.Equal(("out of sight", null), await store.Tokens.Where(row => row.Id == Guid.Parse(token)).Select(row => ValueTuple.Create(row.Name, row.DeletedAt)).SingleAsync());

        async Task<string> RestAsync(ServiceCaller caller, string id)
        {
            var request = new HttpRequestMessage(new HttpMethod(method), path.Replace("{id}", id, StringComparison.Ordinal))
            {
                Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
                Headers = { { "X-Tenant-Id", tenant }, { "X-KEEPNET-Company-Id", tenant } },
            };
            var answer = await caller.SendAsync(request);
            return Id().Replace($"{(int)answer.Status} {answer.Text}", "<id>");
        }
    }

    /// <summary>Whoever asks about a value of another tenant, good, rotated away or deleted, hears what it would of one that never was, and leaves no trace on the token.</summary>
    [Fact]
    public async Task A_value_out_of_sight_is_as_one_that_never_was()
    {
        var (id, token) = await service.Root.CreateTokenAsync("out of sight");
        var (_, limited) = await service.Root.CreateTokenAsync(new { name = "limited", rateLimit = new { limit = 1, window = "P1D" }, allowedCIDRBlocks = new[] { "10.0.0.0/8" } });
        var (deletedId, deleted) = await service.Root.CreateTokenAsync("deleted");
        await service.Root.AskAsync("mutation ($deletedId: ID!) { deleteAPIToken(input: { id: $deletedId }) { id } }", new { deletedId });
        var jwt = (await token.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/access_token"))).Json.GetProperty("access_token").GetString()!;
        var asker = await LowerCallerAsync(["OrganizationAPITokenVerify", "OrganizationAPITokenRead"]);
        var never = TokenValue.Create(TokenValue.DefaultPrefix, Guid.CreateVersion7()).Reveal();
        var absent = await AskAsync(never);
        var usedAt = await UsedAtAsync();

        foreach (var value in new[] { token.Key!, limited.Key!, deleted.Key!, jwt })
            Assert.Equal(absent, await AskAsync(value));

        Assert.Equal(usedAt, await UsedAtAsync());

        async Task<string> AskAsync(string value)
        {
            var verified = await asker.RestAsync(HttpMethod.Post, "/api-tokens/verify", new { value, ipAddress = "10.0.0.1", require = new { permission = "AlertRead" } });
            var batch = await asker.AskAsync("mutation ($value: String!) { verifyAPIToken(input: { value: $value }) { code valid token { id } missingPermissions limit: remaining resetsAt } }", new { value });
            var introspected = await asker.FormAsync("/oauth/introspect", ("token", value), ("ip_address", "10.0.0.1"));
            var revoked = await asker.FormAsync("/oauth/revoke", ("token", value));
            return $"{verified} {batch} {introspected} {revoked}";
        }

        async Task<string?> UsedAtAsync() => (await service.Root.AskAsync("query ($id: ID!) { apiToken(id: $id) { lastUsedAt } }", new { id })).Data.GetProperty("apiToken").GetProperty("lastUsedAt").GetString();
    }

    [Fact]
    public async Task Who_made_a_token_is_null_whether_it_is_gone_or_not_to_be_seen()
    {
        const string actors = "createdByActor { ... on APIToken { name } } updatedByActor { __typename } rotatedBy { __typename }";
        var (makerId, maker) = await service.Root.CreateTokenAsync("maker", "OrganizationAPITokenModify");
        var (id, made) = await maker.CreateTokenAsync("made");
        await maker.AskAsync("mutation ($id: ID!) { updateAPIToken(input: { id: $id, description: \"x\" }) { token { id } } }", new { id });
        Assert.Equal(
            """{"apiToken":{"createdByActor":{"name":"maker"},"updatedByActor":{"__typename":"APIToken"},"rotatedBy":null}}""",
            (await service.Root.AskAsync($"query ($id: ID!) {{ apiToken(id: $id) {{ {actors} }} }}", new { id })).Data.GetRawText());

        var notToBeSeen = (await made.AskAsync($"{{ viewer {{ token {{ {actors} }} }} }}")).Data.GetRawText();
        await service.Root.AskAsync("mutation ($id: ID!) { deleteAPIToken(input: { id: $id }) { id } }", new { id = makerId });

        Assert.Equal("""{"viewer":{"token":{"createdByActor":null,"updatedByActor":null,"rotatedBy":null}}}""", notToBeSeen);
        Assert.Equal(notToBeSeen, (await made.AskAsync($"{{ viewer {{ token {{ {actors} }} }} }}")).Data.GetRawText());
    }

    [Fact]
    public async Task What_nobody_expected_is_told_by_a_trace_id_and_nothing_else()
    {
        await using (var store = await service.OpenStoreAsync())
            await store.Database.ExecuteSqlRawAsync("ALTER TABLE tokens RENAME COLUMN LastUsedFrom TO Elsewhere");

        var answer = await service.Root.AskAsync("{ apiTokens { nodes { id lastUsedFrom } } }");

        var error = new ServiceError(Assert.Single(answer.Errors));
        Assert.Equal("INTERNAL_SERVER_ERROR", error.Code);
        Assert.Contains(error.Extension("traceId").GetString()!, service.Log.Text, StringComparison.Ordinal);
        Assert.Contains("SqliteException", service.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)sqlite|exception|elsewhere|lastused|   at |\\.cs", answer.Text);
    }

    public async Task InitializeAsync()
    {
        service = await ServiceApplication.StartAsync();
        await using var db = await service.OpenStoreAsync();
        var root = await db.Tenants.SingleAsync();
        lower = Guid.CreateVersion7(root.CreatedAt);
        db.AddRange(
            new Tenant { Id = lower, ParentId = root.Id, Name = "lower", CreatedAt = root.CreatedAt },
            new TenantAncestry(lower, lower, 0), new TenantAncestry(root.Id, lower, 1));
        await db.SaveChangesAsync();
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    // No field makes tenants yet: a token moves by hand, before anybody has used it.
    private async Task<ServiceCaller> LowerCallerAsync(string[] permissions)
    {
        var (id, caller) = await service.Root.CreateTokenAsync("caller", permissions);
        await MoveAsync(id);
        return caller;
    }

    private async Task MoveAsync(string id)
    {
        await using var db = await service.OpenStoreAsync();
        Assert.Equal(1, await db.Tokens.Where(row => row.Id == Guid.Parse(id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.TenantId, lower)));
    }

    private async Task<string> AskAsync(ServiceCaller caller, string document, string id)
    {
        if (document.StartsWith("subscription", StringComparison.Ordinal))
            return await OpenAsync(caller, document, id);
        var answer = await caller.AskAsync(document, new { id });
        return Id().Replace($"{(int)answer.Status} {answer.Text}", "<id>");
    }

    // Only whether the stream opens, and what is said where it does not.
    private async Task<string> OpenAsync(ServiceCaller caller, string document, string id)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, ResponseDrainTimeout = TimeSpan.Zero });
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{service.Url}/graphql")
        {
            Content = JsonContent.Create(new { query = document, variables = new { id } }),
            Headers = { { "X-API-Key", caller.Key }, { "Accept", "text/event-stream" } },
        };
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return $"{(int)answer.StatusCode} {answer.Content.Headers.ContentType}";
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();
}
