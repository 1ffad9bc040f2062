using System.Net;
using System.Text.Json;
using GraphQLTokens.Service.Tests.Persistence;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>Rotation in two phases, as clients live through it.</summary>
public sealed class RotationTests : IAsyncLifetime
{
    private const string Who = "{ viewer { token { id previousValueExpiresAt } } }";
    private const string Rotate = "mutation ($input: RotateAPITokenInput) { rotateAPIToken(input: $input) { token { id value previousValueExpiresAt expiresAt } } }";
    private const string Cancel = "mutation ($input: CancelAPITokenRotationInput!) { cancelAPITokenRotation(input: $input) { token { id value previousValueExpiresAt rotatedAt } } }";
    private readonly TestClock clock = new();
    private readonly string directory = TestService.NewDirectory();
    private ServiceApplication service = null!;

    [Fact]
    public async Task A_fleet_changes_over_one_by_one_and_nobody_is_ever_refused()
    {
        var (id, old) = await service.Root.CreateTokenAsync("fleet");
        ServiceCaller[] fleet = [old, service.Caller(old.Key, "127.0.0.2"), service.Caller(old.Key, "127.0.0.3")];

        var token = (await fleet[0].AskAsync(Rotate, new { input = new { overlap = "PT1H" } })).Data.GetProperty("rotateAPIToken").GetProperty("token");
        Assert.Equal(clock.Now.AddHours(1), token.GetProperty("previousValueExpiresAt").GetDateTimeOffset());
        for (var one = 0; one < fleet.Length; one++)
        {
            clock.Advance(TimeSpan.FromMinutes(15));
            fleet[one] = fleet[one].With(token.GetProperty("value").GetString());
            foreach (var caller in fleet)
                Assert.Equal(id, (await caller.AskAsync(Who)).Data.GetProperty("viewer").GetProperty("token").GetProperty("id").GetString());
        }

        clock.Advance(TimeSpan.FromMinutes(15));
        DoorTests.AssertProblem(await old.AskAsync(Who), HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
        var viewer = (await fleet[0].AskAsync(Who)).Data.GetProperty("viewer").GetProperty("token");
        Assert.Equal(JsonValueKind.Null, viewer.GetProperty("previousValueExpiresAt").ValueKind);
    }

    [Fact]
    public async Task The_overlap_goes_on_over_a_restart_and_ends_when_it_was_to()
    {
        var (id, old) = await service.Root.CreateTokenAsync("restarted");
        var value = await RotateAsync(service.Root, new { id, overlap = "PT1H" });
        clock.Advance(TimeSpan.FromMinutes(30));

        await service.DisposeAsync();
        service = await ServiceApplication.StartAsync(clock: clock, directory: directory);
        Assert.Equal(HttpStatusCode.OK, (await service.Caller(old.Key).AskAsync(Who)).Status);
        Assert.Equal(HttpStatusCode.OK, (await service.Caller(value).AskAsync(Who)).Status);
        clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(HttpStatusCode.Unauthorized, (await service.Caller(old.Key).AskAsync(Who)).Status);
        Assert.Equal(HttpStatusCode.OK, (await service.Caller(value).AskAsync(Who)).Status);
    }

    [Fact]
    public async Task That_the_new_value_was_used_is_known_after_a_restart()
    {
        var (id, _) = await service.Root.CreateTokenAsync("used");
        var value = await RotateAsync(service.Root, new { id, overlap = "PT1H" });
        Assert.Equal(HttpStatusCode.OK, (await service.Caller(value).AskAsync(Who)).Status);

        await service.DisposeAsync();
        service = await ServiceApplication.StartAsync(clock: clock, directory: directory);
        var error = (await service.Root.AskAsync(Cancel, new { input = new { id, keep = "PREVIOUS" } })).Error;
        Assert.Equal(("CONFLICT", "cancelAPITokenRotation"), (error.Code, error.Path));
        Assert.Contains("has been used", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_use_of_the_new_value_ends_the_old_one_where_that_was_asked_for()
    {
        var (_, old) = await service.Root.CreateTokenAsync("once");
        var value = await RotateAsync(old, new { overlap = "P7D", retireOnFirstUse = true });
        Assert.Equal(HttpStatusCode.OK, (await old.AskAsync(Who)).Status);

        Assert.Equal(HttpStatusCode.OK, (await old.With(value).AskAsync(Who)).Status);
        DoorTests.AssertProblem(await old.AskAsync(Who), HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
    }

    [Fact]
    public async Task A_rotation_without_overlap_ends_values_in_overlap_too()
    {
        var (id, first) = await service.Root.CreateTokenAsync("leaked");
        var second = await RotateAsync(first, new { overlap = "P7D" });
        var third = await RotateAsync(service.Root, new { id });

        Assert.Equal(HttpStatusCode.Unauthorized, (await first.AskAsync(Who)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await first.With(second).AskAsync(Who)).Status);
        Assert.Equal(HttpStatusCode.OK, (await first.With(third).AskAsync(Who)).Status);
    }

    [Fact]
    public async Task The_holder_of_the_previous_value_takes_a_rotation_back()
    {
        var (_, old) = await service.Root.CreateTokenAsync("back");
        var value = await RotateAsync(old, new { overlap = "PT1H" });

        var token = (await old.AskAsync(Cancel, new { input = new { keep = "PREVIOUS" } })).Data.GetProperty("cancelAPITokenRotation").GetProperty("token");
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null, JsonValueKind.Null),
            (token.GetProperty("value").ValueKind, token.GetProperty("previousValueExpiresAt").ValueKind, token.GetProperty("rotatedAt").ValueKind));
        Assert.Equal(HttpStatusCode.Unauthorized, (await old.With(value).AskAsync(Who)).Status);
        clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(HttpStatusCode.OK, (await old.AskAsync(Who)).Status);
    }

    [Fact]
    public async Task A_root_token_whose_first_rotation_was_taken_back_still_warns_at_the_start()
    {
        await RotateAsync(service.Root, new { overlap = "PT1H" });
        _ = (await service.Root.AskAsync(Cancel, new { input = new { keep = "PREVIOUS" } })).Data;

        await service.DisposeAsync();
        service = await ServiceApplication.StartAsync(clock: clock, directory: directory);
        Assert.Contains("still has its first value", service.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", null)]
    [InlineData("""{"overlap":null,"retireOnFirstUse":null}""", null)]
    [InlineData("""{"overlap":"PT0S","retireOnFirstUse":true}""", null)]
    [InlineData("""{"overlap":"PT2H"}""", 120)]
    [InlineData("""{"overlap":"P7D"}""", 600)]
    public async Task The_previous_value_answers_until_the_overlap_or_the_token_ends(string input, int? minutes)
    {
        var (_, caller) = await service.Root.CreateTokenAsync(new { name = "until", expiry = new { after = "PT10H" } });
        var token = (await caller.AskAsync(Rotate, new { input = JsonSerializer.Deserialize<JsonElement>(input) })).Data.GetProperty("rotateAPIToken").GetProperty("token");

        DateTimeOffset? until = token.GetProperty("previousValueExpiresAt") is { ValueKind: JsonValueKind.String } text ? text.GetDateTimeOffset() : null;
        Assert.Equal(minutes is { } after ? clock.Now.AddMinutes(after) : null, until);
        Assert.Equal(minutes is null ? HttpStatusCode.Unauthorized : HttpStatusCode.OK, (await caller.AskAsync(Who)).Status);
    }

    [Theory]
    [InlineData(Rotate, """{"overlap":"P8D"}""", "INVALID_INPUT")]
    [InlineData(Rotate, """{"overlap":"-PT1S"}""", "BAD_USER_INPUT")]
    [InlineData(Cancel, """{}""", "CONFLICT")]
    [InlineData(Cancel, """{"keep":"PREVIOUS"}""", "CONFLICT")]
    [InlineData(Cancel, """{"keep":"OLD"}""", "BAD_USER_INPUT")]
    [InlineData(Cancel, """{"id":"01979d6e-0000-7000-8000-000000000002"}""", "NOT_FOUND")]
    public async Task What_does_not_fit_is_refused_with_a_reason(string document, string input, string code) =>
        Assert.Equal(code, (await service.Root.AskAsync(document, new { input = JsonSerializer.Deserialize<JsonElement>(input) })).Error.Code);

    public async Task InitializeAsync() => service = await ServiceApplication.StartAsync(clock: clock, directory: directory);

    public async Task DisposeAsync()
    {
        await service.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    private static async Task<string> RotateAsync(ServiceCaller caller, object input) =>
        (await caller.AskAsync(Rotate, new { input })).Data.GetProperty("rotateAPIToken").GetProperty("token").GetProperty("value").GetString()!;
}
