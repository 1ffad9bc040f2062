using System.Net;
using GraphQLTokens.Service.Tests.EndToEnd;
using GraphQLTokens.Service.Tests.Operations.AccessTokens;
using GraphQLTokens.Service.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Tests.OAuth;

/// <summary>RFC 7009.</summary>
public sealed class RevocationTests(SharedService shared) : IClassFixture<SharedService>, IAsyncLifetime
{
    private const string Path = "/oauth/revoke";
    private ServiceCaller nobody = null!;
    private ServiceCaller client = null!;
    private string id = "";

    public async Task InitializeAsync()
    {
        nobody = shared.Service.Caller(null);
        (id, client) = await shared.Root.CreateTokenAsync("client", "AlertRead");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Ends_one_access_token_and_those_issued_from_it()
    {
        var (first, second) = (await IssueAsync(client), await IssueAsync(client));
        var below = await IssueAsync(client.With(first));

        AssertDone(await nobody.BasicAsync(id, client.Key!, OAuthRequests.Form(Path, ("token", first), ("token_type_hint", "access_token"))));

        await AssertGoodAsync(false, first, below);
        await AssertGoodAsync(true, second, client.Key!);
        var answer = await client.With(first).AskAsync("{ viewer { address } }");
        Assert.Equal("TOKEN_REVOKED", answer.Json.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Ends_the_token_itself_by_its_own_value()
    {
        var jwt = await IssueAsync(client);

        AssertDone(await nobody.FormAsync(Path, ("token", client.Key!), ("client_id", id), ("client_secret", client.Key!)));

        await AssertGoodAsync(false, client.Key!, jwt);
        await using var db = await shared.Service.OpenStoreAsync();
        var tokenId = Guid.Parse(id);
        Assert.NotNull((await db.Tokens.SingleAsync(token => token.Id == tokenId)).DeletedAt);
        Assert.True(await db.AuditEvents.AnyAsync(row => row.ActionName == "DELETE_API_TOKEN" && row.ActorId == tokenId));
    }

    [Fact]
    public async Task Answers_alike_and_does_nothing_for_what_is_not_the_clients_own()
    {
        var (_, other) = await shared.Root.CreateTokenAsync("other");
        var foreign = await IssueAsync(other);

        foreach (var token in new[] { other.Key!, foreign, "x", foreign[..^2] + "AA" })
            AssertDone(await client.FormAsync(Path, ("token", token)));

        await AssertGoodAsync(true, other.Key!, foreign, client.Key!);
    }

    [Fact]
    public async Task A_former_value_does_not_end_the_present_one()
    {
        var rotated = (await client.AskAsync("mutation { rotateAPIToken { token { value } } }")).Data.GetProperty("rotateAPIToken").GetProperty("token").GetProperty("value").GetString()!;

        AssertDone(await client.With(rotated).FormAsync(Path, ("token", client.Key!)));

        await AssertGoodAsync(true, rotated);
    }

    [Fact]
    public async Task An_access_token_ends_itself_and_nothing_beside_or_above_it()
    {
        var (first, second) = (await IssueAsync(client), await IssueAsync(client));
        var below = await IssueAsync(client.With(first));

        AssertDone(await client.With(first).FormAsync(Path, ("token", second)));
        AssertDone(await client.With(first).FormAsync(Path, ("token", client.Key!)));
        AssertDone(await client.With(below).FormAsync(Path, ("token", first)));
        await AssertGoodAsync(true, first, second, below, client.Key!);

        AssertDone(await client.With(first).FormAsync(Path, ("token", first)));
        await AssertGoodAsync(false, first, below);
    }

    [Fact]
    public async Task Whoever_does_not_say_who_it_is_is_refused()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.FormAsync(Path, ("token", client.Key!))).Status);
        Assert.Equal("400 invalid_client", (await nobody.FormAsync(Path, ("token", client.Key!), ("client_id", id), ("client_secret", "x"))).OAuthError());
        Assert.Equal("400 invalid_request", (await client.FormAsync(Path)).OAuthError());
        await AssertGoodAsync(true, client.Key!);
    }

    [Fact]
    public async Task What_was_ended_stays_ended_after_a_restart()
    {
        var directory = TestService.NewDirectory();
        var settings = new Dictionary<string, string?> { ["Service:PublicUrl"] = "https://tokens.example.com" };
        string kept, ended;
        await using (var service = await ServiceApplication.StartAsync(settings, directory: directory))
        {
            var (_, caller) = await service.Root.CreateTokenAsync("x");
            (kept, ended) = (await IssueAsync(caller), await IssueAsync(caller));
            AssertDone(await caller.FormAsync(Path, ("token", ended)));
        }
        await using (var service = await ServiceApplication.StartAsync(settings, directory: directory))
        {
            Assert.Equal(HttpStatusCode.OK, (await service.Caller(kept).AskAsync("{ viewer { address } }")).Status);
            Assert.Equal(HttpStatusCode.Unauthorized, (await service.Caller(ended).AskAsync("{ viewer { address } }")).Status);
        }
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task What_has_ended_by_itself_is_not_kept()
    {
        var clock = new TestClock();
        await using var service = await ServiceApplication.StartAsync(clock: clock);
        var (_, caller) = await service.Root.CreateTokenAsync("x");
        AssertDone(await caller.FormAsync(Path, ("token", await IssueAsync(caller))));
        clock.Advance(TimeSpan.FromMinutes(11));
        var late = await IssueAsync(caller);
        AssertDone(await caller.FormAsync(Path, ("token", late)));

        await using var db = await service.OpenStoreAsync();
        Assert.Equal((string)JwtForge.PayloadOf(late)["jti"]!, (await db.RevokedAccessTokens.SingleAsync()).Id.ToString());
    }

    private static async Task<string> IssueAsync(ServiceCaller caller) => (await caller.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/access_token"))).AccessToken();

    private static void AssertDone(ServiceAnswer answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("", answer.Text);
        Assert.Equal("no-store", answer.CacheControl);
    }

    private async Task AssertGoodAsync(bool expected, params string[] credentials)
    {
        foreach (var credential in credentials)
            Assert.Equal(expected ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, (await nobody.With(credential).AskAsync("{ viewer { address } }")).Status);
    }
}
