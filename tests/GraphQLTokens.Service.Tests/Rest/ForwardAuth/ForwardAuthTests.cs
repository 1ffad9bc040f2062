using System.Text.Json;
using GraphQLTokens.Service.Persistence;
using GraphQLTokens.Service.Rest.ForwardAuth;
using GraphQLTokens.Service.Tests.EndToEnd;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQLTokens.Service.Tests.Rest.ForwardAuth;

/// <summary>What a gateway is told, by the service as it ships.</summary>
public sealed class ForwardAuthTests : IAsyncLifetime
{
    private const string Name = "build server: \"é\", 漢字, ÷; 100%";
    private ServiceApplication service = null!;
    private Gateway gateway = null!;
    private ServiceCaller caller = null!;
    private string id = "";

    public async Task InitializeAsync()
    {
        service = await ServiceApplication.StartAsync(new() { ["Proxies:Trusted:0"] = Gateway.Address });
        gateway = new Gateway(service.Url);
        (id, caller) = await service.Root.CreateTokenAsync(Name, "RuleRead", "AlertRead");
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    [InlineData("PROPFIND")]
    public async Task A_good_credential_passes_whatever_the_method(string method)
    {
        var answer = await gateway.AskAsync("/auth/forward", caller.Key, method);
        Assert.Equal((204, "no-store", ""), (answer.Status, answer["Cache-Control"], answer.Body));
        Assert.Equal(401, (await gateway.AskAsync("/auth/forward", null, method)).Status);
    }

    /// <summary>CORS answers a preflight with 204, to whatever site: to a gateway that would be consent.</summary>
    [Theory]
    [InlineData("/auth/forward?permission=AlertRead", "https://console.example.com")]
    [InlineData("/auth/forward?permission=AlertRead", "https://evil.example")]
    [InlineData("/auth/forward/orders", "https://console.example.com")]
    [InlineData("/auth/forward;permission=AlertRead/orders", "https://console.example.com")]
    [InlineData("http://gateway/auth/forward", "https://console.example.com")]
    [InlineData("/AUTH/forward", "https://console.example.com")]
    public async Task A_preflight_that_a_gateway_hands_on_lets_nobody_pass(string target, string origin)
    {
        await using var listing = await ServiceApplication.StartAsync(new() { ["Cors:AllowedOrigins:0"] = "https://console.example.com" });
        string[] headers = [$"Origin: {origin}", "Access-Control-Request-Method: GET", "Access-Control-Request-Headers: x-api-key"];

        Assert.InRange((await new Gateway(listing.Url).AskAsync(target, null, "OPTIONS", headers)).Status, 400, 499);
    }

    [Theory]
    [InlineData("Authorization: Bearer {key}", 204)]
    [InlineData("authorization: bearer {key}", 204)]
    [InlineData("X-API-Key: {key}", 204)]
    [InlineData("Cookie: X-API-Key={key}", 401)]
    [InlineData("X-Auth-Token-Id: {key}", 401)]
    [InlineData("X-Original-URI: /?X-API-Key={key}", 401)]
    public async Task The_credential_comes_in_its_usual_headers(string header, int status) =>
        Assert.Equal(status, (await gateway.AskAsync("/auth/forward", null, "GET", header.Replace("{key}", caller.Key, StringComparison.Ordinal))).Status);

    [Fact]
    public async Task A_limit_that_is_used_up_is_429_and_a_missing_permission_is_told_before_it()
    {
        var (_, limited) = await service.Root.CreateTokenAsync(new { name = "limited", rateLimit = new { limit = 1, window = "P1D" } });
        Assert.Equal(204, (await gateway.AskAsync("/auth/forward", limited.Key)).Status);
        foreach (var (target, status) in new[] { ("/auth/forward", 429), ("/auth/forward?deny=403", 403), ("/auth/forward?audience=orders&allow=200", 429) })
        {
            var over = await gateway.AskAsync(target, limited.Key);
            Assert.Equal((status, "429", "RATE_LIMIT_EXCEEDED", "no-store"), (over.Status, over["X-Auth-Status"], over.Reason, over["Cache-Control"]));
            Assert.InRange(int.Parse(over["Retry-After"], System.Globalization.CultureInfo.InvariantCulture), 1, 86_400);
            Assert.Equal(("\"token\";q=1;w=86400", $"\"token\";r=0;t={over["Retry-After"]}"), (over["RateLimit-Policy"], over["RateLimit"]));
            Assert.All(IdentityHeaders.Names, name => Assert.Equal("(absent)", over[name]));
        }

        var missing = await gateway.AskAsync("/auth/forward?permission=AlertRead", limited.Key);
        Assert.Equal((403, "ACCESS_DENIED"), (missing.Status, missing.Reason));
    }

    [Fact]
    public async Task The_service_behind_learns_who_calls()
    {
        var answer = await gateway.AskAsync("/auth/forward", caller.Key);
        var tenant = (await caller.AskAsync("{ viewer { tenant { id } } }")).Data.GetProperty("viewer").GetProperty("tenant").GetProperty("id").GetString()!;
        Assert.Equal(
            (id, tenant, tenant, "tenant", "-", "AlertRead RuleRead"),
            (answer["X-Auth-Token-Id"], answer["X-Auth-Tenant-Id"], answer["X-Auth-Owner-Id"], answer["X-Auth-Owner-Kind"], answer["X-Auth-Role"], answer["X-Auth-Permissions"]));
        Assert.Equal(IdentityHeaders.Names.Order(), answer.Headers.Keys.Where(name => name.StartsWith("X-Auth-", StringComparison.Ordinal)).Order());
        Assert.All(answer["X-Auth-Token-Name"], letter => Assert.True(char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' or '~' or '%'));
        Assert.Equal(Name, Uri.UnescapeDataString(answer["X-Auth-Token-Name"]));
    }

    [Theory]
    [InlineData("-")]
    [InlineData("%20")]
    [InlineData("a, b; c=d")]
    [InlineData("tab\tin the name")]
    [InlineData("line\r\nX-Auth-Role: Admin")]
    [InlineData("nul\0in the name")]
    [InlineData("escape\u001b[31m")]
    [InlineData("\u0085next \u2028line")]
    [InlineData("right \u202eto left")]
    [InlineData("\ud83d\udd11 key")]
    [InlineData("\u00e9 beside e\u0301")]
    public async Task Whatever_is_in_a_name_stays_within_its_header(string name)
    {
        var made = await service.Root.AskAsync("mutation ($name: String!) { createAPIToken(input: { name: $name }) { token { name value } } }", new { name });
        // The rules for names may refuse it, which is as good.
        if (made.Json.TryGetProperty("errors", out _))
            return;
        var token = made.Data.GetProperty("createAPIToken").GetProperty("token");
        var answer = await gateway.AskAsync("/auth/forward", token.GetProperty("value").GetString());
        Assert.Equal((204, "-"), (answer.Status, answer["X-Auth-Role"]));
        Assert.All(answer["X-Auth-Token-Name"], letter => Assert.True(char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' or '~' or '%'));
        Assert.Equal(token.GetProperty("name").GetString(), Uri.UnescapeDataString(answer["X-Auth-Token-Name"]));
    }

    [Theory]
    [InlineData("permission=AlertRead&permission=AlertRead", 1, 204)]
    [InlineData("permission=AlertRead&", 300, 204)]
    [InlineData("permission=UserRead&", 300, 403)]
    [InlineData("&", 7000, 204)]
    [InlineData("deny=403&", 700, 204)]
    [InlineData("permission=", 1, 400)]
    [InlineData("permission=&permission=AlertRead", 1, 400)]
    [InlineData("permission=AlertRead\u00e9", 1, 400)]
    [InlineData("permission=AlertRead%00", 1, 400)]
    [InlineData("nonsense&", 700, 400)]
    [InlineData("audience=a", 600, 400)]
    // Too long for a request line: refused before anything is read of it.
    [InlineData("permission=AlertRead&", 3000, 414)]
    public async Task Odd_rules_let_nobody_pass_but_whom_they_name(string rule, int times, int status)
    {
        var answer = await gateway.AskAsync("/auth/forward?" + string.Concat(Enumerable.Repeat(rule, times)), caller.Key);
        Assert.Equal(status, answer.Status);
        Assert.Equal(status is 204 ? id : "(absent)", answer["X-Auth-Token-Id"]);
    }

    [Fact]
    public async Task Too_many_bad_credentials_are_429_and_a_good_one_from_there_passes()
    {
        GatewayAnswer answer;
        var tries = 0;
        do
            answer = await gateway.AskAsync("/auth/forward", "hunter2", "GET", "X-Forwarded-For: 203.0.113.77");
        while (answer.Status == 401 && ++tries < 1000);
        Assert.Equal((429, "FAILED_ATTEMPT_LIMIT_EXCEEDED", "429"), (answer.Status, answer.Reason, answer["X-Auth-Status"]));
        Assert.NotEqual("(absent)", answer["Retry-After"]);
        var denied = await gateway.AskAsync("/auth/forward?deny=403", "hunter2", "GET", "X-Forwarded-For: 203.0.113.77");
        Assert.Equal((403, "429"), (denied.Status, denied["X-Auth-Status"]));
        Assert.Equal(204, (await gateway.AskAsync("/auth/forward", caller.Key, "GET", "X-Forwarded-For: 203.0.113.77")).Status);
        Assert.Equal(401, (await gateway.AskAsync("/auth/forward", "hunter2", "GET", "X-Forwarded-For: 203.0.113.78")).Status);
    }

    [Fact]
    public async Task All_permissions_are_spelled_out_and_none_is_a_dash()
    {
        var root = await gateway.AskAsync("/auth/forward", service.Root.Key);
        Assert.Equal("Admin", root["X-Auth-Role"]);
        var all = (await service.Root.AskAsync("{ viewer { permissions } }")).Data.GetProperty("viewer").GetProperty("permissions").EnumerateArray().Select(name => name.GetString());
        Assert.Equal(all, root["X-Auth-Permissions"].Split(' '));
        var (_, bare) = await service.Root.CreateTokenAsync("bare");
        Assert.Equal("-", (await gateway.AskAsync("/auth/forward", bare.Key))["X-Auth-Permissions"]);
    }

    [Theory]
    [InlineData("/auth/forward?permission=AlertRead", 204)]
    [InlineData("/auth/forward?permission=AlertRead&permission=RuleRead", 204)]
    [InlineData("/auth/forward?permission=AlertRead&permission=UserRead", 403)]
    [InlineData("/auth/forward/orders/7?permission=AlertRead", 204)]
    [InlineData("/auth/forward/orders/7?permission=UserRead", 403)]
    [InlineData("/auth/forward;permission=AlertRead/orders?permission=UserRead", 204)]
    [InlineData("/auth/forward;permission=UserRead/orders?permission=AlertRead", 403)]
    [InlineData("/auth/forward;permission=AlertRead;allow=200/orders?page=2", 200)]
    [InlineData("/auth/forward?allow=200", 200)]
    public async Task Every_permission_that_the_gateway_asks_for_is_needed(string target, int status)
    {
        var answer = await gateway.AskAsync(target, caller.Key);
        Assert.Equal((status, "no-store"), (answer.Status, answer["Cache-Control"]));
        Assert.Equal(status < 300 ? id : "(absent)", answer["X-Auth-Token-Id"]);
        Assert.Equal(401, (await gateway.AskAsync(target, null)).Status);
    }

    [Fact]
    public async Task A_missing_permission_is_named()
    {
        var answer = await gateway.AskAsync("/auth/forward?permission=AlertRead&permission=UserRead", caller.Key);
        Assert.Equal((403, "ACCESS_DENIED", "403"), (answer.Status, answer.Reason, answer["X-Auth-Status"]));
        Assert.Equal("application/problem+json", answer["Content-Type"]);
        Assert.Contains("\"missingPermissions\":[\"UserRead\"]", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "UNAUTHENTICATED")]
    [InlineData("hunter2", "UNAUTHENTICATED")]
    public async Task Without_a_good_credential_there_is_a_challenge(string? key, string reason)
    {
        var answer = await gateway.AskAsync("/auth/forward?permission=UserRead", key);
        Assert.Equal((401, reason, "401", "no-store"), (answer.Status, answer.Reason, answer["X-Auth-Status"], answer["Cache-Control"]));
        Assert.StartsWith("Bearer realm=", answer["WWW-Authenticate"], StringComparison.Ordinal);
        Assert.Equal("(absent)", answer["X-Auth-Token-Id"]);
    }

    [Fact]
    public async Task A_gateway_may_have_403_for_everything_and_is_told_what_it_was()
    {
        var stranger = await gateway.AskAsync("/auth/forward?deny=403", null);
        Assert.Equal((403, "401", "UNAUTHENTICATED"), (stranger.Status, stranger["X-Auth-Status"], stranger.Reason));
        Assert.StartsWith("Bearer realm=", stranger["WWW-Authenticate"], StringComparison.Ordinal);
        Assert.Equal(403, JsonDocument.Parse(stranger.Body).RootElement.GetProperty("status").GetInt32());
        var narrow = await gateway.AskAsync("/auth/forward?permission=UserRead&deny=403", caller.Key);
        Assert.Equal((403, "403", "ACCESS_DENIED"), (narrow.Status, narrow["X-Auth-Status"], narrow.Reason));
        var fault = await gateway.AskAsync("/auth/forward?permission=Nonsense&deny=403", caller.Key);
        Assert.Equal((403, "400", "FORWARD_AUTH_MISCONFIGURED"), (fault.Status, fault["X-Auth-Status"], fault.Reason));
        Assert.Equal(204, (await gateway.AskAsync("/auth/forward?deny=403", caller.Key)).Status);
    }

    [Fact]
    public async Task A_rotated_value_is_refused_at_once_and_so_is_a_deleted_token()
    {
        var rotated = await service.Root.AskAsync("mutation ($id: ID!) { rotateAPIToken(input: { id: $id }) { token { value } } }", new { id });
        var value = rotated.Data.GetProperty("rotateAPIToken").GetProperty("token").GetProperty("value").GetString();
        Assert.Equal((401, "UNAUTHENTICATED"), ((await gateway.AskAsync("/auth/forward", caller.Key)) is { } old ? (old.Status, old.Reason) : default));
        Assert.Equal(204, (await gateway.AskAsync("/auth/forward", value)).Status);
        _ = (await service.Root.AskAsync("mutation ($id: ID!) { deleteAPIToken(input: { id: $id }) { id } }", new { id })).Data;
        Assert.Equal((401, "TOKEN_REVOKED"), ((await gateway.AskAsync("/auth/forward", value)) is { } gone ? (gone.Status, gone.Reason) : default));
    }

    [Theory]
    [InlineData(Gateway.Address, "X-Forwarded-For: 203.0.113.7", 204, "(absent)")]
    [InlineData(Gateway.Address, "X-Forwarded-For: 203.0.113.7, 198.51.100.1", 403, "ADDRESS_NOT_ALLOWED")]
    [InlineData(Gateway.Address, "X-Forwarded-For: unknown", 403, "ADDRESS_REQUIRED")]
    [InlineData(Gateway.Address, "X-Real-IP: 203.0.113.7", 403, "ADDRESS_NOT_ALLOWED")]
    [InlineData("127.0.0.8", "X-Forwarded-For: 203.0.113.7", 403, "ADDRESS_NOT_ALLOWED")]
    public async Task The_client_s_address_is_a_trusted_gateway_s_word(string from, string header, int status, string reason)
    {
        var (_, near) = await service.Root.CreateTokenAsync(new { name = "near", allowedCIDRBlocks = new[] { "203.0.113.0/24" } });
        var answer = await new Gateway(service.Url, from).AskAsync("/auth/forward", near.Key, "GET", header);
        Assert.Equal((status, reason), (answer.Status, answer.Reason));
    }

    [Fact]
    public async Task A_pass_is_a_use_of_the_token_and_is_noted_with_the_client_s_address()
    {
        await gateway.AskAsync("/auth/forward", caller.Key, "GET", "X-Forwarded-For: 203.0.113.7");
        await service.Services.GetRequiredService<LastUsedWriter>().FlushAsync(CancellationToken.None);
        var token = (await service.Root.AskAsync("query ($id: ID!) { apiToken(id: $id) { lastUsedAt lastUsedFrom } }", new { id })).Data.GetProperty("apiToken");
        Assert.Equal("203.0.113.7", token.GetProperty("lastUsedFrom").GetString());
        Assert.NotEqual(JsonValueKind.Null, token.GetProperty("lastUsedAt").ValueKind);
    }

    [Theory]
    [InlineData("Content-Length: 5000000000")]
    [InlineData("Transfer-Encoding: chunked")]
    [InlineData("Content-Length: 100", "Expect: 100-continue")]
    [InlineData("Content-Length: 100", "Content-Type: application/json", "Content-Encoding: gzip")]
    [InlineData("Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==")]
    public async Task A_body_is_not_waited_for_and_an_upgrade_is_not_made(params string[] headers) =>
        Assert.Equal(204, (await gateway.AskAsync("/auth/forward", caller.Key, "POST", headers)).Status);

    [Theory]
    [InlineData("/auth/forward?permission=Nonsense")]
    [InlineData("/auth/forward?permisson=AlertRead")]
    [InlineData("/auth/forward;permission=AlertRead&permission=RuleRead/")]
    [InlineData("/auth/forwarded")]
    [InlineData("/auth/%66orward?permission=AlertRead")]
    [InlineData("/x/../auth/forward?permission=AlertRead")]
    [InlineData("http://gateway/auth/forward?permission=AlertRead")]
    public async Task A_gateway_that_is_set_up_wrongly_lets_nobody_pass_and_is_told_so(string target)
    {
        foreach (var key in new[] { service.Root.Key, null })
        {
            var answer = await gateway.AskAsync(target, key);
            Assert.Equal((400, "FORWARD_AUTH_MISCONFIGURED", "400", "no-store"), (answer.Status, answer.Reason, answer["X-Auth-Status"], answer["Cache-Control"]));
            Assert.Equal("FORWARD_AUTH_MISCONFIGURED", JsonDocument.Parse(answer.Body).RootElement.GetProperty("code").GetString());
        }

        Assert.Contains("Warning: A gateway's request for forward auth is refused", service.Log.Text, StringComparison.Ordinal);
    }

    /// <summary>Paths that a client adds to the gateway's, to come out at a page that answers 200 to anybody, or at rules of its own.</summary>
    [Theory]
    [InlineData("/../../../health/live")]
    [InlineData("/..%2f..%2f..%2fhealth/live")]
    [InlineData("/%2e%2e/%2e%2e/%2e%2e/health/live")]
    [InlineData("/./.././../%2E./health/live")]
    [InlineData("/..\\..\\..\\health\\live")]
    [InlineData("/../../../")]
    [InlineData("/../../graphql/")]
    [InlineData("/../../graphql/bcp-config.json")]
    [InlineData("/../forward")]
    [InlineData("/../forward?permission=AlertRead")]
    [InlineData("/../../auth/forward;permission=AlertRead")]
    [InlineData("//health/live")]
    [InlineData("/?permission=AlertRead&allow=200")]
    [InlineData("/#/../../../health/live")]
    public async Task No_path_of_a_client_climbs_out_of_the_gateway_s_rules(string path)
    {
        foreach (var prefix in new[] { "/auth/forward;permission=UserRead", "/AUTH/forward;permission=UserRead" })
        {
            var known = await gateway.AskAsync(prefix + path, caller.Key, "GET", "Accept: text/html");
            Assert.Equal((403, "ACCESS_DENIED"), (known.Status, known.Reason));
            var stranger = await gateway.AskAsync(prefix + path, null, "GET", "Accept: text/html");
            Assert.Equal((401, "UNAUTHENTICATED"), (stranger.Status, stranger.Reason));
        }

        Assert.NotInRange((await gateway.AskAsync("/auth/forward" + path, null, "GET", "Accept: text/html")).Status, 0, 399);
    }

    [Fact]
    public async Task A_key_that_stands_in_the_gateway_s_rules_is_neither_logged_nor_answered()
    {
        await using var quiet = await ServiceApplication.StartAsync(frameworkLevel: Microsoft.Extensions.Logging.LogLevel.Warning);
        var key = quiet.Root.Key!;
        foreach (var target in new[] { $"/auth/forward?permission={key}", $"/auth/forward?{key}", $"/auth/forward;permission={key}/", $"/auth/forward;allow=200/{key}?{key}" })
            SecretWatch.AssertAbsent((await new Gateway(quiet.Url).AskAsync(target, key)).Body, key);
        SecretWatch.AssertAbsent(quiet.Log.Text, key);
    }
}
