using System.Net.Http.Headers;
using GraphQLTokens.Service.Tests.EndToEnd;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Tests.OAuth;

/// <summary>Neither a client's secret nor the signature of an access token gets into the log at any level, nor into the store.</summary>
public sealed class OAuthSecretsTests
{
    [Fact]
    public async Task Nothing_secret_is_logged_or_kept_whatever_is_done_with_it()
    {
        await using var service = await ServiceApplication.StartAsync();
        var nobody = service.Caller(null);
        var (id, client) = await service.Root.CreateTokenAsync("client", "OrganizationAPITokenVerify", "OwnAPITokenModify");
        var secret = client.Key!;
        var jwt = (await nobody.FormAsync("/oauth/token", ("grant_type", "client_credentials"), ("client_id", id), ("client_secret", secret))).AccessToken();
        foreach (var credential in new[] { secret, jwt, secret[..^1] + "x", jwt[..^3] + "AAA" })
        {
            foreach (var path in new[] { "/oauth/token", "/connect/token", "/oauth/introspect", "/oauth/revoke" })
            {
                await nobody.FormAsync(path, ("grant_type", "client_credentials"), ("client_id", id), ("client_secret", credential), ("scope", credential), ("token", credential[..^1]));
                await nobody.FormAsync(path, ("grant_type", OAuthRequests.ExchangeGrant), ("subject_token", credential), ("subject_token_type", OAuthRequests.AccessTokenType), ("audience", credential));
                await nobody.FormAsync(path, (credential, credential), (credential, credential));
                await nobody.BasicAsync(credential, credential, OAuthRequests.Form(path, ("grant_type", "client_credentials"), ("token", "x")));
                await nobody.SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(credential, new MediaTypeHeaderValue("application/json")) });
            }
            await nobody.BasicAsync("ada@example.com", credential, new HttpRequestMessage(HttpMethod.Post, "/access_token"));
            await nobody.With(credential).AskAsync("mutation ($id: ID!) { rotateAPIToken(input: { id: $id }) { token { id } } }", new { id = credential });
            await nobody.With(credential).AskAsync("mutation ($name: String!) { createAPIToken(input: { name: $name }) { token { id } } }", new { name = credential });
            await nobody.With(credential).AskAsync("mutation ($audience: String!) { createAccessToken(input: { audience: $audience }) { expiresAt } }", new { audience = credential });
        }

        Assert.Contains("Denied:", service.Log.Text, StringComparison.Ordinal);
        AssertAbsent(service.Log.Text, secret, jwt);
        await using var db = await service.OpenStoreAsync();
        AssertAbsent(string.Concat(await db.AuditEvents.Select(row => row.Params + row.Errors + row.UserAgent + row.ForwardedFor).ToListAsync()), secret, jwt);
    }

    private static void AssertAbsent(string text, string secret, string jwt)
    {
        SecretWatch.AssertAbsent(text, secret);
        var signature = jwt[(jwt.LastIndexOf('.') + 1)..];
        Assert.DoesNotContain(signature[..20], text, StringComparison.Ordinal);
        Assert.DoesNotContain(signature[^20..^3], text, StringComparison.Ordinal);
    }
}
