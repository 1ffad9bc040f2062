using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Tests.EndToEnd;
using GraphQLTokens.Service.Tests.Operations.AccessTokens;
using GraphQLTokens.Service.Tests.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQLTokens.Service.Tests.OAuth;

/// <summary>What verifiers elsewhere need: the key set, and where things are.</summary>
public sealed class DiscoveryTests
{
    private const string KeySet = "/.well-known/jwks.json";
    private const string Metadata = "/.well-known/oauth-authorization-server";

    [Fact]
    public async Task The_key_set_is_for_everybody_and_may_be_kept_for_a_while()
    {
        await using var service = await ServiceApplication.StartAsync();
        var answer = await GetAsync(service, KeySet);

        Assert.Equal("application/jwk-set+json", answer.ContentType);
        Assert.Equal("public, max-age=300", answer.CacheControl);
        var key = Assert.Single(Keys(answer));
        Assert.Equal(["alg", "crv", "kid", "kty", "use", "x", "y"], key.EnumerateObject().Select(member => member.Name).Order());
        Assert.Equal("EC P-256 ES256 sig", $"{key.GetProperty("kty")} {key.GetProperty("crv")} {key.GetProperty("alg")} {key.GetProperty("use")}");
    }

    /// <summary>With nothing but the key set and the base library.</summary>
    [Fact]
    public async Task A_verifier_elsewhere_needs_nothing_but_the_key_set()
    {
        await using var service = await ServiceApplication.StartAsync();
        var jwt = (await service.Root.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/access_token"))).AccessToken();
        var key = Keys(await GetAsync(service, KeySet)).Single(one => one.GetProperty("kid").GetString() == (string)JwtForge.HeaderOf(jwt)["kid"]!);

        using var verifier = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = JwtForge.FromBase64Url(key.GetProperty("x").GetString()!), Y = JwtForge.FromBase64Url(key.GetProperty("y").GetString()!) },
        });
        var parts = jwt.Split('.');
        Assert.True(verifier.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), JwtForge.FromBase64Url(parts[2]), HashAlgorithmName.SHA256));
    }

    [Fact]
    public async Task A_rotation_shows_in_the_key_set_at_once_and_old_access_tokens_stay_good()
    {
        await using var service = await ServiceApplication.StartAsync();
        var old = (await service.Root.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/access_token"))).AccessToken();

        var rotated = (await service.Root.AskAsync("mutation { rotateSigningKey { keyId signsUntil publishedUntil } }")).Data.GetProperty("rotateSigningKey").GetProperty("keyId").GetString();

        Assert.Equal([rotated, (string?)JwtForge.HeaderOf(old)["kid"]], Keys(await GetAsync(service, KeySet)).Select(key => key.GetProperty("kid").GetString()));
        var listed = (await service.Root.AskAsync("{ signingKeys { keyId algorithm signsUntil publishedUntil } }")).Data.GetProperty("signingKeys");
        Assert.Equal(2, listed.GetArrayLength());
        Assert.Equal(JsonValueKind.Null, listed[0].GetProperty("publishedUntil").ValueKind);
        Assert.Equal(JsonValueKind.String, listed[1].GetProperty("publishedUntil").ValueKind);
        var fresh = (await service.Root.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/access_token"))).AccessToken();
        Assert.Equal(rotated, (string)JwtForge.HeaderOf(fresh)["kid"]!);
        foreach (var jwt in new[] { old, fresh })
            Assert.Equal(HttpStatusCode.OK, (await service.Caller(jwt).AskAsync("{ viewer { address } }")).Status);
    }

    [Fact]
    public async Task Metadata_names_the_public_url_and_never_the_host_header()
    {
        await using var service = await ServiceApplication.StartAsync(new() { ["Service:PublicUrl"] = "https://tokens.example.com/base/" });
        var request = new HttpRequestMessage(HttpMethod.Get, Metadata);
        request.Headers.Host = "evil.example";
        var json = (await service.Caller(null).SendAsync(request)).Json;

        Assert.Equal("https://tokens.example.com/base", json.GetProperty("issuer").GetString());
        Assert.Equal("https://tokens.example.com/base/oauth/token", json.GetProperty("token_endpoint").GetString());
        Assert.Equal("https://tokens.example.com/base/.well-known/jwks.json", json.GetProperty("jwks_uri").GetString());
        Assert.Equal("https://tokens.example.com/base/oauth/introspect", json.GetProperty("introspection_endpoint").GetString());
        Assert.Equal("https://tokens.example.com/base/oauth/revoke", json.GetProperty("revocation_endpoint").GetString());
    }

    [Fact]
    public async Task Without_a_public_url_nothing_is_signed_and_no_metadata_is_given_and_the_setting_is_named()
    {
        await using var service = await ServiceApplication.StartAsync(configure: services => services.AddSingleton<IIssuer>(new TestIssuer { Url = null }));
        ServiceAnswer[] answers =
        [
            await GetAsync(service, Metadata),
            await service.Root.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/access_token")),
            await service.Root.FormAsync("/oauth/token", ("grant_type", OAuthRequests.ExchangeGrant), ("subject_token", service.Root.Key!), ("subject_token_type", OAuthRequests.AccessTokenType)),
        ];
        foreach (var answer in answers)
        {
            Assert.Equal("503 server_error", answer.OAuthError());
            Assert.Contains("Service:PublicUrl", answer.Text, StringComparison.Ordinal);
        }
        Assert.Equal("PUBLIC_URL_UNKNOWN", (await service.Root.AskAsync("mutation { createAccessToken { accessToken } }")).Error.Code);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(service, KeySet)).Status);
    }

    [Theory]
    [InlineData("HEAD", KeySet, HttpStatusCode.OK)]
    [InlineData("HEAD", Metadata, HttpStatusCode.OK)]
    [InlineData("POST", KeySet, HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", Metadata, HttpStatusCode.MethodNotAllowed)]
    public async Task They_are_read_and_nothing_else(string method, string path, HttpStatusCode status)
    {
        await using var service = await ServiceApplication.StartAsync();
        Assert.Equal(status, (await service.Caller(null).SendAsync(new HttpRequestMessage(new HttpMethod(method), path))).Status);
    }

    private static Task<ServiceAnswer> GetAsync(ServiceApplication service, string path) => service.Caller(null).SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    private static JsonElement[] Keys(ServiceAnswer answer) => [.. answer.Json.GetProperty("keys").EnumerateArray()];
}
