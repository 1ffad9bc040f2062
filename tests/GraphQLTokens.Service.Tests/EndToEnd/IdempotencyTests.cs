using System.Net;
using System.Net.Http.Json;
using GraphQLTokens.Service.Persistence.Writing;
using GraphQLTokens.Service.Tests.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>Requests with an Idempotency-Key, through every door that takes one.</summary>
public sealed class IdempotencyTests : IAsyncLifetime
{
    private readonly TestClock clock = new();
    private readonly string directory = TestService.NewDirectory();
    private ServiceApplication service = null!;

    public static TheoryData<string> Doors => IdempotentDoor.All;

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task A_repeat_is_answered_the_same_and_makes_nothing(string name)
    {
        var door = new IdempotentDoor(name);
        var first = await door.CreateAsync(service.Root, "key-1", "once");
        var tokens = await CountAsync();
        clock.Advance(TimeSpan.FromHours(1));
        var second = await door.CreateAsync(service.Root, "\"key-1\"", "once");

        Assert.Equal((first.Text, first.Status, first.ContentType, "no-store"), (second.Text, second.Status, second.ContentType, second.CacheControl));
        Assert.Equal((false, true), (first.IsReplayed(), second.IsReplayed()));
        Assert.Equal(tokens, await CountAsync());
        Assert.Equal(HttpStatusCode.OK, (await service.Caller(second.Made().Value).AskAsync("{ viewer { address } }")).Status);
        Assert.NotEqual(first.Made(), (await door.CreateAsync(service.Root, "key-2", "once")).Made());
        Assert.NotEqual(first.Made(), (await door.CreateAsync(service.Root, null, "once")).Made());
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Another_token_is_rotated_once(string name)
    {
        var door = new IdempotentDoor(name);
        var (id, old) = await service.Root.CreateTokenAsync("rotated");
        var first = await door.RotateAsync(service.Root, "key", id);
        var second = await door.RotateAsync(service.Root, "key", id);

        Assert.Equal((first.Text, true), (second.Text, second.IsReplayed()));
        Assert.Equal(HttpStatusCode.OK, (await old.With(second.Made().Value).AskAsync("{ viewer { address } }")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await old.AskAsync("{ viewer { address } }")).Status);
    }

    [Fact]
    public async Task The_same_request_to_either_GraphQL_path_is_the_same()
    {
        var first = await IdempotentDoor.GraphQL.CreateAsync(service.Root, "key", "once");
        Assert.Equal(first.Text, (await IdempotentDoor.PublicGraphQL.CreateAsync(service.Root, "key", "once")).Text);
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task A_key_names_one_request_of_one_caller(string name)
    {
        var door = new IdempotentDoor(name);
        var made = (await door.CreateAsync(service.Root, "key", "one")).Made();
        AssertProblem(await door.CreateAsync(service.Root, "key", "another"), HttpStatusCode.UnprocessableEntity, "IDEMPOTENCY_KEY_REUSED");
        AssertProblem(await door.RotateAsync(service.Root, "key", made.Id), HttpStatusCode.UnprocessableEntity, "IDEMPOTENCY_KEY_REUSED");

        var (_, other) = await service.Root.CreateTokenAsync("other", "OrganizationAPITokenModify");
        Assert.NotEqual(made, (await door.CreateAsync(other, "key", "one")).Made());
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task While_the_first_is_being_done_another_is_refused(string name)
    {
        var door = new IdempotentDoor(name);
        var (entered, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var held = service.Services.GetRequiredService<StoreWriter>().WriteAsync(async (_, _) =>
        {
            entered.SetResult();
            await go.Task;
            return 0;
        }, default);
        await entered.Task;
        // Whichever comes second; with the writer held, the first cannot be answered.
        Task<ServiceAnswer>[] both = [door.CreateAsync(service.Root, "key", "slow"), door.CreateAsync(service.Root, "key", "slow")];
        var refused = await Task.WhenAny(both);
        AssertProblem(await refused, HttpStatusCode.Conflict, "IDEMPOTENCY_KEY_IN_USE");
        Assert.Equal("1", (await refused).Headers["Retry-After"]);
        go.SetResult();
        await held;

        var first = await both.Single(one => one != refused);
        Assert.False(first.IsReplayed());
        Assert.Equal(first.Text, (await door.CreateAsync(service.Root, "key", "slow")).Text);
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Many_at_once_make_one_token(string name)
    {
        var door = new IdempotentDoor(name);
        var before = await CountAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => door.CreateAsync(service.Root, "key", "crowd")));

        Assert.Equal(before + 1, await CountAsync());
        var made = answers.Where(answer => answer.Status == HttpStatusCode.OK).ToList();
        Assert.Single(made.Select(answer => answer.Text).Distinct());
        Assert.Single(made, answer => !answer.IsReplayed());
        Assert.All(answers.Except(made), answer => AssertProblem(answer, HttpStatusCode.Conflict, "IDEMPOTENCY_KEY_IN_USE"));
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task What_is_refused_is_not_remembered(string name)
    {
        var door = new IdempotentDoor(name);
        var refused = await door.CreateAsync(service.Root, "key", "");
        Assert.Contains("INVALID_INPUT", refused.Text, StringComparison.Ordinal);
        Assert.False((await door.CreateAsync(service.Root, "key", "corrected")).IsReplayed());
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task A_repeat_is_answered_after_a_restart_and_until_its_time_is_over(string name)
    {
        var door = new IdempotentDoor(name);
        var first = await door.CreateAsync(service.Root, "key", "kept");
        await service.DisposeAsync();
        service = await ServiceApplication.StartAsync(clock: clock, directory: directory);
        clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(first.Text, (await door.CreateAsync(service.Root, "key", "kept")).Text);

        clock.Advance(TimeSpan.FromMilliseconds(1));
        var later = await door.CreateAsync(service.Root, "key", "kept");
        Assert.False(later.IsReplayed());
        Assert.NotEqual(first.Made(), later.Made());
        Assert.Equal(later.Text, (await door.CreateAsync(service.Root, "key", "kept")).Text);
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Cut_off_between_the_change_and_its_answer_a_repeat_answers_what_was_made(string name)
    {
        var door = new IdempotentDoor(name);
        var (id, _) = await service.Root.CreateTokenAsync("rotated");
        var created = (await door.CreateAsync(service.Root, "create", "cut")).Made();
        var rotated = (await door.RotateAsync(service.Root, "rotate", id)).Made();
        // What is in the store when the process dies after the commit and before anything else.
        await using (var db = await service.OpenStoreAsync())
            Assert.Equal(2, await db.RememberedCalls.ExecuteUpdateAsync(set => set.SetProperty(call => call.SealedAnswer, (byte[]?)null)));
        await service.DisposeAsync();
        service = await ServiceApplication.StartAsync(clock: clock, directory: directory);
        var tokens = await CountAsync();

        var again = await door.CreateAsync(service.Root, "create", "cut");
        Assert.Equal((created, true), (again.Made(), again.IsReplayed()));
        Assert.Equal(rotated, (await door.RotateAsync(service.Root, "rotate", id)).Made());
        Assert.Equal(tokens, await CountAsync());
        _ = await service.Root.AskAsync("mutation ($id: ID!) { updateAPIToken(input: { id: $id, name: \"changed\" }) { token { id } } }", new { id = created.Id });
        Assert.Equal(again.Text, (await door.CreateAsync(service.Root, "create", "cut")).Text);
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Under_other_rights_a_repeat_is_judged_again(string name)
    {
        var door = new IdempotentDoor(name);
        var (id, caller) = await service.Root.CreateTokenAsync("maker", "OrganizationAPITokenModify");
        var made = (await door.CreateAsync(caller, "key", "made")).Made();

        await GrantAsync("OrganizationAPITokenModify, AlertRead");
        var again = await door.CreateAsync(caller, "key", "made");
        Assert.Equal((made, true), (again.Made(), again.IsReplayed()));
        await GrantAsync("AlertRead");
        var denied = await door.CreateAsync(caller, "key", "made");
        Assert.Contains("ACCESS_DENIED", denied.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(made.Value, denied.Text, StringComparison.Ordinal);
        Assert.False(denied.IsReplayed());

        async Task GrantAsync(string permissions) =>
            _ = (await service.Root.AskAsync($"mutation ($id: ID!) {{ updateAPIToken(input: {{ id: $id, permissions: [{permissions}] }}) {{ token {{ id }} }} }}", new { id })).Data;
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task A_repeat_hands_out_no_value_above_what_its_caller_is_left_with(string name)
    {
        var door = new IdempotentDoor(name);
        var (id, caller) = await service.Root.CreateTokenAsync("manager", "OrganizationAPITokenModify", "OwnAPITokenModify", "AlertRead");
        var (other, _) = await service.Root.CreateTokenAsync("another's", "AlertRead");
        var made = (await door.CreateAsync(caller, "create", "made")).Made();
        var rotated = (await door.RotateAsync(caller, "rotate", other)).Made();
        await UpdateAsync(new { id = made.Id, permissions = (string[])["AlertRead"] });

        // Without reach of what was another's, and without what the one of its own has been given since.
        await UpdateAsync(new { id, permissions = (string[])["OwnAPITokenModify"] });
        await AssertRefusedAsync("NOT_FOUND", "INVALID_INPUT");
        // With reach of both, and no right that they hold.
        await UpdateAsync(new { id, permissions = (string[])["OrganizationAPITokenModify"] });
        await AssertRefusedAsync("ACCESS_DENIED", "INVALID_INPUT");
        await UpdateAsync(new { id, permissions = (string[])["OrganizationAPITokenModify", "AlertRead"] });
        Assert.Equal((rotated, true), ((await door.RotateAsync(caller, "rotate", other)).Made(), (await door.RotateAsync(caller, "rotate", other)).IsReplayed()));
        Assert.Equal(made, (await door.CreateAsync(caller, "create", "made")).Made());

        async Task AssertRefusedAsync(string ofRotation, string ofCreation)
        {
            var (again, create) = (await door.RotateAsync(caller, "rotate", other), await door.CreateAsync(caller, "create", "made"));
            Assert.Contains(ofRotation, again.Text, StringComparison.Ordinal);
            Assert.Contains(ofCreation, create.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(rotated.Value, again.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(made.Value, create.Text, StringComparison.Ordinal);
            Assert.False(again.IsReplayed() || create.IsReplayed());
        }

        async Task UpdateAsync(object input) =>
            _ = (await service.Root.AskAsync("mutation ($input: UpdateAPITokenInput!) { updateAPIToken(input: $input) { token { id } } }", new { input })).Data;
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task The_store_does_not_hold_what_was_answered(string name)
    {
        var door = new IdempotentDoor(name);
        var made = (await door.CreateAsync(service.Root, "a-key-to-look-for", "sealed")).Made();
        await service.DisposeAsync();
        foreach (var file in Directory.GetFiles(directory, "tokens.db*"))
        {
            var bytes = File.ReadAllBytes(file);
            Assert.Equal(-1, bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(made.Value)));
            Assert.Equal(-1, bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(made.Value[^30..])));
            Assert.Equal(-1, bytes.AsSpan().IndexOf("a-key-to-look-for"u8));
        }
        service = await ServiceApplication.StartAsync(clock: clock, directory: directory);
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task A_token_that_rotates_itself_repeats_by_the_value_that_goes_on(string name)
    {
        var door = new IdempotentDoor(name);
        var (_, old) = await service.Root.CreateTokenAsync("self");
        AssertNotSupported(await door.RotateAsync(old, "key", null));
        var first = await door.RotateAsync(old, "key", null, "PT1H");
        Assert.Equal(first.Text, (await door.RotateAsync(old, "key", null, "PT1H")).Text);

        AssertNotSupported(await door.RotateAsync(old, "another", null, "PT1H"));
        var next = old.With(first.Made().Value);
        AssertProblem(await door.RotateAsync(next, "key", null, "PT1H"), HttpStatusCode.UnprocessableEntity, "IDEMPOTENCY_KEY_REUSED");
        Assert.False((await door.RotateAsync(next, "another", null, "PT1H")).IsReplayed());
    }

    [Theory]
    [InlineData("/graphql", "{ viewer { address } }")]
    [InlineData("/graphql", "mutation { deleteAPIToken(input: { id: \"self\" }) { id } }")]
    [InlineData("/public/graphql", "mutation { a: createAPIToken(input: { name: \"x\" }) { token { id } } b: createAPIToken(input: { name: \"y\" }) { token { id } } }")]
    public async Task Over_GraphQL_the_key_goes_with_one_field_that_makes_or_rotates(string path, string query)
    {
        var before = await CountAsync();
        var answer = await IdempotentDoor.SendAsync(service.Root, "key", new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(new { query }) });
        AssertProblem(answer, HttpStatusCode.UnprocessableEntity, "IDEMPOTENCY_NOT_SUPPORTED");
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Over_REST_it_goes_with_making_and_rotating_and_means_nothing_where_HTTP_says_so_itself()
    {
        var (id, _) = await service.Root.CreateTokenAsync("subject");
        foreach (var path in new[] { $"/api-tokens/{id}", $"/api-tokens/{id}/cancel-rotation" })
        {
            var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(new { name = "changed" }) };
            AssertProblem(await IdempotentDoor.SendAsync(service.Root, "key", request), HttpStatusCode.UnprocessableEntity, "IDEMPOTENCY_NOT_SUPPORTED");
        }
        Assert.Equal(HttpStatusCode.OK, (await IdempotentDoor.SendAsync(service.Root, "key", new HttpRequestMessage(HttpMethod.Get, $"/api-tokens/{id}"))).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await IdempotentDoor.SendAsync(service.Root, "key", new HttpRequestMessage(HttpMethod.Delete, $"/api-tokens/{id}"))).Status);
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task What_is_no_key_is_refused_and_a_stranger_learns_nothing(string name)
    {
        var door = new IdempotentDoor(name);
        AssertProblem(await door.CreateAsync(service.Root, "\"open", "x"), HttpStatusCode.BadRequest, "IDEMPOTENCY_KEY_INVALID");
        AssertProblem(await door.CreateAsync(service.Root, new string('k', 256), "x"), HttpStatusCode.BadRequest, "IDEMPOTENCY_KEY_INVALID");
        DoorTests.AssertProblem(await door.CreateAsync(service.Caller("gqt_nonsense"), "\"open", "x"), HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
    }

    public async Task InitializeAsync() => service = await ServiceApplication.StartAsync(clock: clock, directory: directory);

    public async Task DisposeAsync()
    {
        await service.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    private static void AssertProblem(ServiceAnswer answer, HttpStatusCode status, string code)
    {
        DoorTests.AssertProblem(answer, status, code);
        Assert.False(answer.IsReplayed());
    }

    /// <summary>Said by the operation: over GraphQL as the error of the field.</summary>
    private static void AssertNotSupported(ServiceAnswer answer) => Assert.Equal(
        "IDEMPOTENCY_NOT_SUPPORTED", answer.Errors.Count > 0 ? answer.Error.Code : answer.Json.GetProperty("code").GetString());

    private async Task<int> CountAsync()
    {
        await using var db = await service.OpenStoreAsync();
        return await db.Tokens.CountAsync();
    }
}
