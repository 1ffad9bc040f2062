using System.Net;
using System.Text.Json;
using GraphQLTokens.Service.Tests.EndToEnd;

namespace GraphQLTokens.Service.Tests.Rest.Tokens;

public sealed class TokenEndpointsTests(SharedService shared) : IClassFixture<SharedService>
{
    private const string NoToken = "01979d6e-0000-7000-8000-000000000002";

    private ServiceCaller Root => shared.Root;

    [Fact]
    public async Task A_created_token_is_answered_whole_with_its_value_this_once()
    {
        var created = await Root.RestAsync(HttpMethod.Post, "/api-tokens", new
        {
            name = "rest",
            description = "by REST",
            permissions = new[] { "RuleRead", "AlertRead" },
            allowedCIDRBlocks = new[] { "10.0.0.0/8", "127.0.0.1" },
            deniedCIDRBlocks = new[] { "10.9.0.0/16" },
            notBefore = "2026-01-31T12:00:00Z",
            expiry = new { at = "2126-01-31T12:00:00+01:00" },
            metadata = new { team = "a" },
        });
        Assert.Equal((HttpStatusCode.OK, "application/json", "no-store"), (created.Status, created.ContentType, created.CacheControl));
        var value = created.Json.GetProperty("value").GetString();
        Assert.StartsWith(created.Json.GetProperty("valueStart").GetString()!, value, StringComparison.Ordinal);

        var id = created.Json.GetProperty("id").GetString();
        var read = (await Root.RestAsync(HttpMethod.Get, $"/api-tokens/{id}")).Json;
        Assert.False(read.TryGetProperty("value", out _));
        foreach (var token in new[] { created.Json, read })
        {
            Assert.Equal("rest", token.GetProperty("name").GetString());
            Assert.Equal("by REST", token.GetProperty("description").GetString());
            Assert.Equal(["AlertRead", "RuleRead"], Strings(token, "permissions"));
            Assert.Equal(["10.0.0.0/8", "127.0.0.1/32"], Strings(token, "allowedCIDRBlocks"));
            Assert.Equal(["10.9.0.0/16"], Strings(token, "deniedCIDRBlocks"));
            Assert.Equal("2026-01-31T12:00:00.000Z", token.GetProperty("notBefore").GetString());
            Assert.Equal("2126-01-31T11:00:00.000Z", token.GetProperty("expiresAt").GetString());
            Assert.Equal("""{"team":"a"}""", token.GetProperty("metadata").GetRawText());
            Assert.Equal("ACTIVE", token.GetProperty("status").GetString());
            Assert.Equal("api-token", token.GetProperty("createdBy").GetProperty("type").GetString());
            Assert.Equal(JsonValueKind.Null, token.GetProperty("updatedBy").ValueKind);
        }
    }

    [Fact]
    public async Task The_root_token_was_made_by_the_system()
    {
        var self = (await Root.RestAsync(HttpMethod.Get, "/api-tokens/self")).Json;
        Assert.Equal("""{"id":null,"type":"system"}""", self.GetProperty("createdBy").GetRawText());
        Assert.Equal("tenant", self.GetProperty("owner").GetProperty("type").GetString());
    }

    [Fact]
    public async Task An_update_needs_the_name_and_keeps_what_is_left_out()
    {
        var (id, _) = await Root.CreateTokenAsync(new { name = "before", permissions = new[] { "AlertRead" }, allowedCIDRBlocks = new[] { "10.0.0.0/8" } });
        AssertFault(await Root.RestAsync(HttpMethod.Post, $"/api-tokens/{id}", new { description = "d" }), "name", "is required");

        var renamed = (await Root.RestAsync(HttpMethod.Post, $"/api-tokens/{id}", new { name = "after" })).Json;
        Assert.Equal("after", renamed.GetProperty("name").GetString());
        Assert.Equal(["AlertRead"], Strings(renamed, "permissions"));
        Assert.Equal(["10.0.0.0/8"], Strings(renamed, "allowedCIDRBlocks"));

        var opened = (await Root.RestAsync(HttpMethod.Post, $"/api-tokens/{id}", new { name = "after", allowedCIDRBlocks = Array.Empty<string>() })).Json;
        Assert.Empty(Strings(opened, "allowedCIDRBlocks"));
    }

    [Fact]
    public async Task Self_is_the_calling_token_and_needs_no_permission_to_be_read_and_rotated()
    {
        var (id, caller) = await Root.CreateTokenAsync("nothing");
        Assert.Equal(id, (await caller.RestAsync(HttpMethod.Get, "/api-tokens/self")).Json.GetProperty("id").GetString());

        var rotated = await caller.RestAsync(HttpMethod.Post, "/api-tokens/self/rotate");
        Assert.Equal((HttpStatusCode.OK, id), (rotated.Status, rotated.Json.GetProperty("id").GetString()));
        Assert.Equal(HttpStatusCode.Unauthorized, (await caller.RestAsync(HttpMethod.Get, "/api-tokens/self")).Status);
        Assert.Equal(HttpStatusCode.OK, (await caller.With(rotated.Json.GetProperty("value").GetString()).RestAsync(HttpMethod.Get, "/api-tokens/self")).Status);
    }

    [Fact]
    public async Task A_rotation_with_an_overlap_is_taken_back()
    {
        var (_, caller) = await Root.CreateTokenAsync("overlap");
        var rotated = (await caller.RestAsync(HttpMethod.Post, "/api-tokens/self/rotate", new { overlap = "PT1H", retireOnFirstUse = true })).Json;
        Assert.Equal(rotated.GetProperty("rotatedAt").GetDateTimeOffset().AddHours(1), rotated.GetProperty("previousValueExpiresAt").GetDateTimeOffset());

        var cancelled = await caller.RestAsync(HttpMethod.Post, "/api-tokens/self/cancel-rotation", new { keep = "previous" });
        Assert.Equal((HttpStatusCode.OK, JsonValueKind.Null), (cancelled.Status, cancelled.Json.GetProperty("previousValueExpiresAt").ValueKind));
        Assert.Equal(HttpStatusCode.Unauthorized, (await caller.With(rotated.GetProperty("value").GetString()).RestAsync(HttpMethod.Get, "/api-tokens/self")).Status);
        var again = await caller.RestAsync(HttpMethod.Post, "/api-tokens/self/cancel-rotation");
        DoorTests.AssertProblem(again, HttpStatusCode.Conflict, "CONFLICT");
    }

    [Theory]
    [InlineData("rotate", "overlap", "PT1X", "must be an ISO 8601 duration, such as P90D or PT15M")]
    [InlineData("rotate", "overlap", "P8D", "must lie between PT0S and P7D")]
    [InlineData("rotate", "overlaps", "PT1H", "is not known here")]
    [InlineData("cancel-rotation", "keep", "NEW", "must be new or previous")]
    [InlineData("cancel-rotation", "keep", null, "cannot be null")]
    public async Task A_wrong_rotation_is_refused_by_field(string action, string field, string? value, string reason)
    {
        var (id, _) = await Root.CreateTokenAsync("subject");
        AssertFault(await Root.RestAsync(HttpMethod.Post, $"/api-tokens/{id}/{action}", new Dictionary<string, string?> { [field] = value }), field, reason);
    }

    [Fact]
    public async Task A_deleted_token_is_gone_with_an_empty_answer()
    {
        var (id, caller) = await Root.CreateTokenAsync("doomed");
        var deleted = await Root.RestAsync(HttpMethod.Delete, $"/api-tokens/{id}");
        Assert.Equal((HttpStatusCode.NoContent, ""), (deleted.Status, deleted.Text));
        DoorTests.AssertProblem(await caller.RestAsync(HttpMethod.Get, "/api-tokens/self"), HttpStatusCode.Unauthorized, "TOKEN_REVOKED");
        DoorTests.AssertProblem(await Root.RestAsync(HttpMethod.Get, $"/api-tokens/{id}"), HttpStatusCode.NotFound, "NOT_FOUND");
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("POST", "")]
    [InlineData("DELETE", "")]
    [InlineData("POST", "/rotate")]
    [InlineData("POST", "/cancel-rotation")]
    public async Task What_does_not_exist_or_is_no_id_is_404(string method, string rest)
    {
        foreach (var id in new[] { NoToken, "nonsense" })
        {
            var answer = await Root.RestAsync(new HttpMethod(method), $"/api-tokens/{id}{rest}", method == "POST" && rest == "" ? new { name = "x" } : null);
            DoorTests.AssertProblem(answer, HttpStatusCode.NotFound, "NOT_FOUND");
            Assert.Equal($"API token {id} does not exist", answer.Json.GetProperty("message").GetString());
        }
    }

    [Fact]
    public async Task A_list_is_read_to_its_end_by_cursors()
    {
        await using var service = await ServiceApplication.StartAsync();
        for (var i = 0; i < 5; i++)
            await service.Root.CreateTokenAsync($"token {i}");
        var names = new List<string?>();
        var (path, pages) = ("/api-tokens?limit=2", 0);
        for (var next = ""; next is not null; pages++)
        {
            var page = (await service.Root.RestAsync(HttpMethod.Get, next == "" ? path : $"{path}&cursor={Uri.EscapeDataString(next)}")).Json;
            names.AddRange(page.GetProperty("results").EnumerateArray().Select(token => token.GetProperty("name").GetString()));
            next = page.TryGetProperty("next", out var cursor) ? cursor.GetString() : null;
        }

        Assert.Equal(3, pages);
        Assert.Equal(["token 4", "token 3", "token 2", "token 1", "token 0", "Root token"], names);
    }

    [Theory]
    [InlineData("limit=0", "limit", "must be a whole number from 1 to 60")]
    [InlineData("limit=61", "limit", "must be a whole number from 1 to 60")]
    [InlineData("limit=-1", "limit", "must be a whole number from 1 to 60")]
    [InlineData("limit=1e1", "limit", "must be a whole number from 1 to 60")]
    [InlineData("limit=1&limit=2", "limit", "is given more than once")]
    [InlineData("cursor=nonsense", "cursor", "is not a cursor of this list in this order")]
    public async Task A_wrong_query_is_refused_by_the_name_that_was_sent(string query, string field, string reason) =>
        AssertFault(await Root.RestAsync(HttpMethod.Get, $"/api-tokens?{query}"), field, reason);

    [Theory]
    [InlineData("""{}""", "name", "is required")]
    [InlineData("""{"name":null}""", "name", "cannot be null")]
    [InlineData("""{"name":1}""", "name", "must be a string")]
    [InlineData("""{"name":" "}""", "name", "is empty")]
    [InlineData("""{"name":"n","permissions":["NoSuch"]}""", "permissions[0]", "names no permission: 'NoSuch'")]
    [InlineData("""{"name":"n","permissions":"AlertRead"}""", "permissions", "must be a list of strings")]
    [InlineData("""{"name":"n","permissions":[1]}""", "permissions", "must be a list of strings")]
    [InlineData("""{"name":"n","permissions":null}""", "permissions", "cannot be null")]
    [InlineData("""{"name":"n","allowedCidrBlocks":["10.0.0.0/8"]}""", "allowedCidrBlocks", "is not known here")]
    [InlineData("""{"name":"n","allowedCIDRBlocks":["10.0.0.1/8"]}""", "allowedCIDRBlocks[0]", null)]
    [InlineData("""{"name":"n","expiry":{"at":"tomorrow"}}""", "expiry.at", "must be an instant with an offset, such as 2026-01-31T12:00:00.000Z")]
    [InlineData("""{"name":"n","expiry":{"after":"1 day"}}""", "expiry.after", "must be an ISO 8601 duration, such as P90D or PT15M")]
    [InlineData("""{"name":"n","expiry":{"after":"P1D","never":true}}""", "expiry", "must be exactly one of at, after and never: true")]
    [InlineData("""{"name":"n","expiry":{"until":"P1D"}}""", "expiry.until", "is not known here")]
    [InlineData("""{"name":"n","expiry":"P1D"}""", "expiry", "must be an object")]
    [InlineData("""{"name":"n","metadata":[]}""", "metadata", null)]
    [InlineData("""{"name":"n","active":false}""", "active", "is not known here")]
    public async Task A_wrong_body_is_refused_by_field_and_reason_and_makes_nothing(string body, string field, string? reason)
    {
        var before = await CountAsync();
        AssertFault(await SendAsync(body, "application/json"), field, reason);
        Assert.Equal(before, await CountAsync());
    }

    [Theory]
    [InlineData("", "application/json", HttpStatusCode.BadRequest, "BAD_REQUEST")]
    [InlineData("{", "application/json", HttpStatusCode.BadRequest, "BAD_REQUEST")]
    [InlineData("[]", "application/json", HttpStatusCode.BadRequest, "BAD_REQUEST")]
    [InlineData("""{"name":"a","name":"b"}""", "application/json", HttpStatusCode.BadRequest, "BAD_REQUEST")]
    [InlineData("""{"name":"a"}""", "text/plain", HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE")]
    [InlineData("name=a", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE")]
    [InlineData("""{"name":"a"}""", "application/json; charset=utf-16", HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE")]
    public async Task What_is_no_JSON_object_is_refused(string body, string type, HttpStatusCode status, string code) =>
        DoorTests.AssertProblem(await SendAsync(body, type), status, code);

    [Fact]
    public async Task Another_method_is_405_and_names_those_that_there_are()
    {
        var answer = await Root.RestAsync(HttpMethod.Put, "/api-tokens/self", new { name = "x" });
        DoorTests.AssertProblem(answer, HttpStatusCode.MethodNotAllowed, "METHOD_NOT_ALLOWED");
        Assert.Equal("DELETE, GET, POST", answer.Headers["Allow"]);
    }

    [Fact]
    public async Task A_missing_permission_is_403_that_names_it_and_is_in_the_audit_log()
    {
        var (id, caller) = await Root.CreateTokenAsync("reader", "AlertRead");
        var denied = await caller.RestAsync(HttpMethod.Post, "/api-tokens", new { name = "x" });
        DoorTests.AssertProblem(denied, HttpStatusCode.Forbidden, "ACCESS_DENIED");
        Assert.Equal("forbidden", denied.Json.GetProperty("error").GetString());
        Assert.Equal(["OrganizationAPITokenModify", "OwnAPITokenModify"], Strings(denied.Json, "missingPermissions"));
        await using var db = await shared.Service.OpenStoreAsync();
        var refused = Assert.Single(db.AuditEvents.Where(audit => audit.ActorId == Guid.Parse(id)));
        Assert.Equal(("CREATE_API_TOKEN", """[{"message":"access denied"}]"""), (refused.ActionName, refused.Errors));
    }

    [Fact]
    public async Task A_wider_token_is_not_rotated_by_a_narrower_hand()
    {
        var (wide, _) = await Root.CreateTokenAsync("wide", "AlertRead", "RuleRead");
        var (_, narrow) = await Root.CreateTokenAsync("narrow", "OrganizationAPITokenModify", "OrganizationAPITokenRead");
        var denied = await narrow.RestAsync(HttpMethod.Post, $"/api-tokens/{wide}/rotate");
        DoorTests.AssertProblem(denied, HttpStatusCode.Forbidden, "ACCESS_DENIED");
        Assert.Equal("permissions", denied.Json.GetProperty("faults")[0].GetProperty("field").GetString());
    }

    private static string[] Strings(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    private static void AssertFault(ServiceAnswer answer, string field, string? reason)
    {
        DoorTests.AssertProblem(answer, HttpStatusCode.BadRequest, "INVALID_INPUT");
        var fault = Assert.Single(answer.Json.GetProperty("faults").EnumerateArray());
        Assert.Equal(field, fault.GetProperty("field").GetString());
        if (reason is not null)
            Assert.Equal(reason, fault.GetProperty("reason").GetString());
        Assert.StartsWith(field + " ", answer.Json.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private async Task<int> CountAsync()
    {
        await using var db = await shared.Service.OpenStoreAsync();
        return db.Tokens.Count();
    }

    private Task<ServiceAnswer> SendAsync(string body, string type)
    {
        var content = new StringContent(body);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        return Root.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/api-tokens") { Content = content });
    }
}
