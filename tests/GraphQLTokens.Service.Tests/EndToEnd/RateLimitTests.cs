using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence;
using GraphQLTokens.Service.Tests.OAuth;
using GraphQLTokens.Service.Tests.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>Limits of tokens and of bad credentials, as HTTP shows them, on a clock that the test moves.</summary>
public sealed class RateLimitTests : IAsyncLifetime
{
    private const string Viewer = "{ viewer { address } }";

    private readonly TestClock clock = new();
    private ServiceApplication service = null!;

    public async Task InitializeAsync() => service = await ServiceApplication.StartAsync(
        new() { ["RateLimits:FailedAttempts"] = "3", ["RateLimits:FailedAttemptsWindow"] = "00:00:30", ["Batching:MaxRequests"] = "10" }, clock);

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task Answers_say_what_is_left_and_one_too_many_is_429_until_there_is_room()
    {
        var caller = await LimitedAsync(2);

        var first = await caller.AskAsync(Viewer);
        Assert.Equal(("\"token\";q=2;w=60", "\"token\";r=1;t=30"), (first.Header("RateLimit-Policy"), first.Header("RateLimit")));
        Assert.Equal("\"token\";r=0;t=60", (await caller.AskAsync(Viewer)).Header("RateLimit"));
        var refused = await caller.AskAsync(Viewer);
        DoorTests.AssertProblem(refused, HttpStatusCode.TooManyRequests, "RATE_LIMIT_EXCEEDED");
        Assert.Equal(("30", "\"token\";r=0;t=30"), (refused.Header("Retry-After"), refused.Header("RateLimit")));

        clock.Advance(TimeSpan.FromSeconds(30));
        _ = (await caller.AskAsync(Viewer)).Data;
        Assert.Equal(HttpStatusCode.TooManyRequests, (await caller.AskAsync(Viewer)).Status);
    }

    [Theory]
    [InlineData("/graphql")]
    [InlineData("/access_token")]
    [InlineData("/oauth/token")]
    [InlineData("/connect/token")]
    public async Task An_access_token_counts_the_same_through_every_door(string door)
    {
        var (id, caller) = await service.Root.CreateTokenAsync(new { name = "limited", rateLimit = new { limit = 3, window = "PT1M" } });
        async Task<ServiceAnswer> AskAsync() => door switch
        {
            "/graphql" => await caller.AskAsync("mutation { createAccessToken { expiresAt } }"),
            "/access_token" => await caller.RestAsync(HttpMethod.Post, door),
            _ => await caller.With(null).FormAsync(door, ("grant_type", "client_credentials"), ("client_id", id), ("client_secret", caller.Key!)),
        };

        Assert.Contains("r=1;", (await AskAsync()).Header("RateLimit"), StringComparison.Ordinal);
        Assert.Contains("RATE_LIMIT_EXCEEDED", (await AskAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_over_the_limit_costs_nothing_else()
    {
        var caller = await LimitedAsync(1, "OrganizationAPITokenModify");
        _ = (await caller.AskAsync("{ viewer { token { id } } }")).Data;
        var writer = service.Services.GetRequiredService<LastUsedWriter>();
        await writer.FlushAsync(default);
        var before = await StateAsync();
        clock.Advance(TimeSpan.FromSeconds(1));

        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.TooManyRequests, (await caller.AskAsync("mutation { createAPIToken(input: { name: \"x\" }) { token { id } } }")).Status);
        await writer.FlushAsync(default);

        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task Without_a_limit_there_are_no_such_headers()
    {
        var answer = await service.Root.AskAsync(Viewer);
        Assert.Equal((null, null), (answer.Header("RateLimit"), answer.Header("RateLimit-Policy")));
    }

    [Fact]
    public async Task Fields_that_count_on_their_own_cannot_be_had_in_one_request()
    {
        var caller = await LimitedAsync(4, "OrganizationAPITokenModify", "OrganizationAPITokenRead");
        var answer = await caller.AskAsync("""
            mutation {
              a: createAPIToken(input: { name: "a" }) { token { id } }
              b: createAPIToken(input: { name: "b" }) { token { id } }
              c: createAPIToken(input: { name: "c" }) { token { id } }
              d: createAPIToken(input: { name: "d" }) { token { id } }
            }
            """);
        var error = new ServiceError(Assert.Single(answer.Errors));
        Assert.Equal(("d", "RATE_LIMIT_EXCEEDED", 15), (error.Path, error.Code, error.Extension("retryAfter").GetInt32()));
        Assert.Equal("\"token\";r=0;t=60", answer.Header("RateLimit"));
    }

    [Fact]
    public async Task Each_value_of_many_counts_and_a_missing_permission_is_told_first()
    {
        var asker = await LimitedAsync(100, "OrganizationAPITokenVerify");
        var inputs = Enumerable.Repeat(new { value = "x" }, 98).ToArray();
        const string document = "mutation ($inputs: [VerifyAPITokenInput!]!) { verifyAPITokens(inputs: $inputs) { code } }";
        var answer = await asker.AskAsync(document, new { inputs });
        Assert.Equal((98, "\"token\";r=1;t=60"), (answer.Data.GetProperty("verifyAPITokens").GetArrayLength(), answer.Header("RateLimit")));
        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("RATE_LIMIT_EXCEEDED", (await asker.AskAsync(document, new { inputs })).Error.Code);
        var regular = await LimitedAsync(1);
        Assert.Equal("ACCESS_DENIED", (await regular.AskAsync(document, new { inputs })).Error.Code);
    }

    [Fact]
    public async Task Exactly_as_many_as_the_limit_get_through_when_they_come_at_once()
    {
        var caller = await LimitedAsync(20);
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => caller.AskAsync(Viewer)));
        Assert.Equal(20, answers.Count(answer => answer.Status is HttpStatusCode.OK));
        Assert.Equal(40, answers.Count(answer => answer.Status is HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task A_batch_counts_as_many_as_it_holds()
    {
        var caller = await LimitedAsync(5);
        var batch = $"[{string.Join(',', Enumerable.Repeat($$"""{"query":"{{Viewer}}"}""", 3))}]";
        Assert.Equal(HttpStatusCode.OK, (await caller.SendAsync(Post(batch))).Status);
        DoorTests.AssertProblem(await caller.SendAsync(Post(batch)), HttpStatusCode.TooManyRequests, "RATE_LIMIT_EXCEEDED");
        Assert.Equal("\"token\";r=0;t=60", (await caller.AskAsync(Viewer)).Header("RateLimit"));
    }

    [Fact]
    public async Task Verified_and_direct_uses_count_together()
    {
        var caller = await LimitedAsync(10);
        _ = (await caller.AskAsync(Viewer)).Data;
        var answer = await service.Root.AskAsync("mutation ($value: String!) { verifyAPIToken(input: { value: $value, cost: 9 }) { code remaining } }", new { value = caller.Key });
        Assert.Equal("""{"code":"VALID","remaining":0}""", answer.Data.GetProperty("verifyAPIToken").GetRawText());
        Assert.Equal(HttpStatusCode.TooManyRequests, (await caller.AskAsync(Viewer)).Status);
    }

    [Fact]
    public async Task A_WebSocket_counts_its_opening_and_each_operation()
    {
        var caller = await LimitedAsync(3);
        using var socket = await OpenAsync(caller.Key!);
        Assert.Contains("connection_ack", await ReceiveAsync(socket), StringComparison.Ordinal);
        for (var id = 0; id < 2; id++)
        {
            Assert.Contains("127.0.0.1", await AskAsync(socket, id), StringComparison.Ordinal);
            Assert.Contains("complete", await ReceiveAsync(socket), StringComparison.Ordinal);
        }
        var refused = await AskAsync(socket, 3);
        Assert.Contains("\"error\"", refused, StringComparison.Ordinal);
        Assert.Contains("RATE_LIMIT_EXCEEDED", refused, StringComparison.Ordinal);

        using var another = await OpenAsync(caller.Key!);
        await ReceiveAsync(another);
        Assert.Equal(4403, (int)another.CloseStatus!);
    }

    [Fact]
    public async Task A_new_limit_is_in_force_at_once()
    {
        var (id, caller) = await service.Root.CreateTokenAsync("free");
        _ = (await caller.AskAsync(Viewer)).Data;
        const string document = "mutation ($id: ID!, $limit: RateLimitInput) { updateAPIToken(input: { id: $id, rateLimit: $limit }) { token { rateLimit { limit window } } } }";
        var updated = await service.Root.AskAsync(document, new { id, limit = new { limit = 1, window = "PT1H" } });
        Assert.Equal("""{"limit":1,"window":"PT1H"}""", updated.Data.GetProperty("updateAPIToken").GetProperty("token").GetProperty("rateLimit").GetRawText());
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.TooManyRequests], [(await caller.AskAsync(Viewer)).Status, (await caller.AskAsync(Viewer)).Status]);
        _ = (await service.Root.AskAsync(document, new { id, limit = (object?)null })).Data;
        Assert.Equal(HttpStatusCode.OK, (await caller.AskAsync(Viewer)).Status);
    }

    [Fact]
    public async Task Too_many_bad_credentials_are_429_and_a_good_one_is_never_refused()
    {
        for (var i = 0; i < 3; i++)
            DoorTests.AssertProblem(await service.Caller("guess", "127.0.0.5").AskAsync(Viewer), HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
        for (var i = 0; i < 50; i++)
        {
            var refused = await service.Caller(TokenValue.Create("gqt", Guid.CreateVersion7()).Reveal(), "127.0.0.5").AskAsync(Viewer);
            DoorTests.AssertProblem(refused, HttpStatusCode.TooManyRequests, "FAILED_ATTEMPT_LIMIT_EXCEEDED");
            Assert.Equal("10", refused.Header("Retry-After"));
            Assert.Equal(HttpStatusCode.OK, (await service.Caller(service.Root.Key, "127.0.0.5").AskAsync(Viewer)).Status);
        }
        Assert.Equal(HttpStatusCode.Unauthorized, (await service.Caller("guess", "127.0.0.6").AskAsync(Viewer)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await service.Caller(null, "127.0.0.5").AskAsync(Viewer)).Status);
        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(HttpStatusCode.Unauthorized, (await service.Caller("guess", "127.0.0.5").AskAsync(Viewer)).Status);
    }

    [Fact]
    public async Task A_good_value_from_the_wrong_address_is_no_failed_attempt()
    {
        var (_, caller) = await service.Root.CreateTokenAsync(new { name = "near", allowedCIDRBlocks = new[] { "10.0.0.0/8" } });
        for (var i = 0; i < 10; i++)
            Assert.Equal(HttpStatusCode.Forbidden, (await caller.AskAsync(Viewer)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await service.Caller("guess").AskAsync(Viewer)).Status);
    }

    [Fact]
    public async Task Bad_credentials_by_the_thousand_do_not_fill_the_log()
    {
        for (var i = 0; i < 20; i++)
            await service.Caller("guess", "127.0.0.7").AskAsync(Viewer);
        Assert.Equal(3, service.Log.Text.Split("malformed value").Length - 1);
        Assert.DoesNotContain("Information: Denied: too many", service.Log.Text, StringComparison.Ordinal);
        Assert.Contains("Debug: Denied: too many", service.Log.Text, StringComparison.Ordinal);
    }

    private async Task<ServiceCaller> LimitedAsync(int limit, params string[] permissions) =>
        (await service.Root.CreateTokenAsync(new { name = "limited", permissions, rateLimit = new { limit, window = "PT1M" } })).Caller;

    private static HttpRequestMessage Post(string body) => new(HttpMethod.Post, "/graphql") { Content = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")) };

    private async Task<string> StateAsync()
    {
        await using var db = await service.OpenStoreAsync();
        return JsonSerializer.Serialize(new { events = await db.AuditEvents.CountAsync(), uses = await db.Tokens.OrderBy(token => token.Id).Select(token => token.UsedAt).ToListAsync() });
    }

    private async Task<ClientWebSocket> OpenAsync(string key)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        socket.Options.Proxy = null;
        await socket.ConnectAsync(new Uri(service.Url.Replace("http:", "ws:", StringComparison.Ordinal) + "/graphql"), default);
        await SendAsync(socket, new { type = "connection_init", payload = new Dictionary<string, string> { ["X-API-Key"] = key } });
        return socket;
    }

    private static async Task<string> AskAsync(WebSocket socket, int id)
    {
        await SendAsync(socket, new { id = $"{id}", type = "subscribe", payload = new { query = Viewer } });
        return await ReceiveAsync(socket);
    }

    private static Task SendAsync(WebSocket socket, object message) =>
        socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, default);

    private static async Task<string> ReceiveAsync(WebSocket socket)
    {
        var buffer = new byte[8192];
        var received = await socket.ReceiveAsync(buffer, default);
        return Encoding.UTF8.GetString(buffer, 0, received.Count);
    }
}
