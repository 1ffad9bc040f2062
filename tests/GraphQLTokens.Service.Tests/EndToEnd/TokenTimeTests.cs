using System.Net;
using GraphQLTokens.Service.Tests.Persistence;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>What time does to tokens, on a clock that a test moves.</summary>
public sealed class TokenTimeTests : IAsyncLifetime
{
    private const string Who = "{ viewer { token { status } } }";
    private readonly TestClock clock = new();
    private ServiceApplication service = null!;

    public async Task InitializeAsync() => service = await ServiceApplication.StartAsync(clock: clock);

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task A_token_is_refused_from_its_expiry_on()
    {
        var (id, caller) = await service.Root.CreateTokenAsync(new { name = "short", expiry = new { after = "PT15M" } });
        clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromMilliseconds(1));
        _ = (await caller.AskAsync(Who)).Data;
        clock.Advance(TimeSpan.FromMilliseconds(1));
        DoorTests.AssertProblem(await caller.AskAsync(Who), HttpStatusCode.Unauthorized, "TOKEN_EXPIRED");
        Assert.Equal("EXPIRED", await StatusAsync(id));
    }

    [Fact]
    public async Task An_expired_token_cannot_be_rotated()
    {
        var (id, _) = await service.Root.CreateTokenAsync(new { name = "short", expiry = new { after = "PT15M" } });
        clock.Advance(TimeSpan.FromHours(1));
        var error = (await service.Root.AskAsync("mutation ($id: ID!) { rotateAPIToken(input: { id: $id }) { token { value } } }", new { id })).Error;
        Assert.Equal(("INVALID_INPUT", "input.id"), (error.Code, error.Extension("argument").GetString()));
        Assert.Contains("expired", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_refused_before_its_time()
    {
        var (id, caller) = await service.Root.CreateTokenAsync(new { name = "later", notBefore = clock.Now.AddHours(1) });
        DoorTests.AssertProblem(await caller.AskAsync(Who), HttpStatusCode.Unauthorized, "TOKEN_NOT_YET_VALID");
        Assert.Equal("NOT_YET_VALID", await StatusAsync(id));
        clock.Advance(TimeSpan.FromHours(1));
        _ = (await caller.AskAsync(Who)).Data;
        Assert.Equal("ACTIVE", await StatusAsync(id));
    }

    [Fact]
    public async Task Rotation_is_due_ninety_days_after_the_value_was_made()
    {
        var (id, _) = await service.Root.CreateTokenAsync("due");
        const string Due = "query ($id: ID!) { apiToken(id: $id) { rotationDueAt } apiTokens(where: { nameContains: \"due\", rotationDue: true }) { totalCount } }";
        var fresh = (await service.Root.AskAsync(Due, new { id })).Data;
        Assert.Equal(clock.Now.AddDays(90), fresh.GetProperty("apiToken").GetProperty("rotationDueAt").GetDateTimeOffset());
        Assert.Equal(0, fresh.GetProperty("apiTokens").GetProperty("totalCount").GetInt32());
        clock.Advance(TimeSpan.FromDays(90));
        Assert.Equal(1, (await service.Root.AskAsync(Due, new { id })).Data.GetProperty("apiTokens").GetProperty("totalCount").GetInt32());
        _ = (await service.Root.AskAsync("mutation ($id: ID!) { rotateAPIToken(input: { id: $id }) { token { id } } }", new { id })).Data;
        Assert.Equal(0, (await service.Root.AskAsync(Due, new { id })).Data.GetProperty("apiTokens").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task Last_use_is_told_after_it_was_collected_and_not_written_by_the_request()
    {
        var (id, caller) = await service.Root.CreateTokenAsync("used");
        const string Used = "query ($id: ID!) { apiToken(id: $id) { lastUsedAt lastUsedFrom } }";
        var usedAt = clock.Now;
        _ = (await service.Caller(caller.Key, "127.0.0.5").AskAsync("{ __typename }")).Data;
        var before = (await service.Root.AskAsync(Used, new { id })).Data.GetProperty("apiToken");
        Assert.Equal("""{"lastUsedAt":null,"lastUsedFrom":null}""", before.GetRawText());

        clock.Advance(TimeSpan.FromSeconds(5));
        var after = await Eventually.Async(
            async () => (await service.Root.AskAsync(Used, new { id })).Data.GetProperty("apiToken"),
            token => token.GetProperty("lastUsedFrom").GetString() is not null);
        Assert.Equal((usedAt, "127.0.0.5"), (after.GetProperty("lastUsedAt").GetDateTimeOffset(), after.GetProperty("lastUsedFrom").GetString()));
    }

    [Fact]
    public async Task Last_use_is_kept_over_a_shutdown()
    {
        var directory = TestService.NewDirectory();
        try
        {
            string id;
            await using (var first = await ServiceApplication.StartAsync(clock: clock, directory: directory))
            {
                (id, var caller) = await first.Root.CreateTokenAsync("used");
                _ = (await caller.AskAsync("{ __typename }")).Data;
            }
            await using var second = await ServiceApplication.StartAsync(clock: clock, directory: directory);
            var token = (await second.Root.AskAsync("query ($id: ID!) { apiToken(id: $id) { lastUsedAt } }", new { id })).Data.GetProperty("apiToken");
            Assert.Equal(clock.Now, token.GetProperty("lastUsedAt").GetDateTimeOffset());
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private async Task<string?> StatusAsync(string id) =>
        (await service.Root.AskAsync("query ($id: ID!) { apiToken(id: $id) { status } }", new { id })).Data.GetProperty("apiToken").GetProperty("status").GetString();
}
