using System.Net;
using System.Net.Http.Headers;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Keys;
using GraphQLTokens.Service.Tests.EndToEnd;
using GraphQLTokens.Service.Tests.Operations.AccessTokens;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQLTokens.Service.Tests.OAuth;

/// <summary>An API key for a JWT, as existing clients ask for it.</summary>
public sealed class KeyForJwtTests(SharedService shared) : IClassFixture<SharedService>, IAsyncLifetime
{
    private const string Path = "/connect/api/v1/access_token";
    private const string Email = "Ada@Example.com";
    private ServiceCaller nobody = null!;
    private ServiceCaller key = null!;
    private string id = "";

    public async Task InitializeAsync()
    {
        nobody = shared.Service.Caller(null);
        (id, key) = await shared.Root.CreateTokenAsync("key", "AlertRead");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(Path)]
    [InlineData("/access_token")]
    public async Task Answers_to_a_key_in_either_header_with_any_body_or_none(string path)
    {
        AssertIssued(await key.SendAsync(new HttpRequestMessage(HttpMethod.Post, path)));
        var bearer = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent("", new MediaTypeHeaderValue("application/x-www-form-urlencoded")) };
        bearer.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key.Key);
        AssertIssued(await nobody.SendAsync(bearer));
        AssertIssued(await key.SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent("{}", new MediaTypeHeaderValue("application/json")) }));
    }

    [Fact]
    public async Task Answers_to_the_owners_address_in_any_case_and_to_no_other_name()
    {
        await GiveToUserAsync();
        AssertIssued(await nobody.BasicAsync(Email, key.Key!, Post()));
        AssertIssued(await nobody.BasicAsync("ada@example.COM", key.Key!, Post()));
        foreach (var name in new[] { "", "ada", "grace@example.com", id, "ada@example.com " })
            AssertRefused(await nobody.BasicAsync(name, key.Key!, Post()));
        AssertRefused(await nobody.BasicAsync(Email, key.Key![..^1] + "_", Post()));
    }

    [Fact]
    public async Task A_key_without_a_person_behind_it_goes_by_no_address()
    {
        AssertRefused(await nobody.BasicAsync(Email, key.Key!, Post()));
        AssertRefused(await nobody.BasicAsync("", key.Key!, Post()));
    }

    [Fact]
    public async Task An_access_token_is_no_password_but_may_ask_by_itself()
    {
        await GiveToUserAsync();
        var jwt = (await key.SendAsync(Post())).AccessToken();

        AssertRefused(await nobody.BasicAsync(Email, jwt, Post()));
        var second = (await nobody.With(jwt).SendAsync(Post())).AccessToken();
        Assert.True((long)JwtForge.PayloadOf(second)["exp"]! <= (long)JwtForge.PayloadOf(jwt)["exp"]!);
    }

    [Fact]
    public async Task Bad_credentials_are_401_in_JSON()
    {
        AssertRefused(await nobody.SendAsync(Post()));
        AssertRefused(await nobody.With("x").SendAsync(Post()));
        var both = Post();
        both.Headers.Add("X-API-Key", key.Key);
        AssertRefused(await nobody.BasicAsync(Email, key.Key!, both));
    }

    [Fact]
    public async Task A_deleted_key_ends_its_JWTs_at_once()
    {
        var jwt = (await key.SendAsync(Post())).AccessToken();
        Assert.Equal(HttpStatusCode.OK, (await nobody.With(jwt).AskAsync("{ viewer { address } }")).Status);

        await shared.Root.AskAsync("mutation ($id: ID!) { deleteAPIToken(input: { id: $id }) { id } }", new { id });

        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.With(jwt).AskAsync("{ viewer { address } }")).Status);
    }

    private static HttpRequestMessage Post() => new(HttpMethod.Post, Path);

    private static void AssertRefused(ServiceAnswer answer)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("UNAUTHENTICATED", answer.Json.GetProperty("code").GetString());
        Assert.False(string.IsNullOrEmpty(answer.Json.GetProperty("message").GetString()));
    }

    private static void AssertIssued(ServiceAnswer answer)
    {
        var claims = JwtForge.PayloadOf(answer.AccessToken());
        Assert.Equal("no-store", answer.CacheControl);
        Assert.Equal((long)claims["exp"]!, answer.Json.GetProperty("exp").GetInt64());
        Assert.Equal(600, (long)claims["exp"]! - (long)claims["iat"]!);
        Assert.Equal(600, answer.Json.GetProperty("expires_in").GetInt32());
        Assert.Equal("Bearer", answer.Json.GetProperty("token_type").GetString());
        Assert.Equal("AlertRead", (string)claims["scope"]!);
    }

    /// <summary>No door makes users yet: one goes into the store by hand, and the key becomes theirs.</summary>
    private async Task GiveToUserAsync()
    {
        await using var db = await shared.Service.OpenStoreAsync();
        var user = await db.Users.SingleOrDefaultAsync();
        if (user is null)
        {
            var tenant = await db.Tenants.SingleAsync();
            var role = await db.Roles.SingleAsync(one => one.Key == "Analyst");
            user = new User { Id = Guid.CreateVersion7(), TenantId = tenant.Id, RoleId = role.Id, Email = Email, CreatedAt = tenant.CreatedAt };
            db.Add(user);
            await db.SaveChangesAsync();
        }
        var tokenId = Guid.Parse(id);
        await db.Tokens.Where(token => token.Id == tokenId).ExecuteUpdateAsync(set => set.SetProperty(token => token.OwnerUserId, user.Id));
        shared.Service.Services.GetRequiredService<KeyRecordCache>().Drop(tokenId);
    }
}
