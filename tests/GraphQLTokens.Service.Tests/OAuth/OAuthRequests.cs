using System.Net.Http.Headers;
using System.Text;
using GraphQLTokens.Service.Tests.EndToEnd;

namespace GraphQLTokens.Service.Tests.OAuth;

/// <summary>Requests as OAuth clients send them.</summary>
internal static class OAuthRequests
{
    public const string ExchangeGrant = "urn:ietf:params:oauth:grant-type:token-exchange";
    public const string AccessTokenType = "urn:ietf:params:oauth:token-type:access_token";

    public static Task<ServiceAnswer> FormAsync(this ServiceCaller caller, string path, params (string Name, string Value)[] fields) => caller.SendAsync(Form(path, fields));

    public static HttpRequestMessage Form(string path, params (string Name, string Value)[] fields) => new(HttpMethod.Post, path)
    {
        Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
    };

    /// <summary>With a name and a password in the header.</summary>
    public static Task<ServiceAnswer> BasicAsync(this ServiceCaller caller, string name, string password, HttpRequestMessage request)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{password}")));
        return caller.SendAsync(request);
    }

    /// <summary>The access token in a good answer.</summary>
    public static string AccessToken(this ServiceAnswer answer)
    {
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.Status);
        return answer.Json.GetProperty("access_token").GetString()!;
    }

    /// <summary>The error of a refusal in the form of RFC 6749.</summary>
    public static string OAuthError(this ServiceAnswer answer)
    {
        Assert.Equal("application/json", answer.ContentType);
        Assert.Equal("no-store", answer.CacheControl);
        Assert.Matches(@"^[\x20-\x21\x23-\x5B\x5D-\x7E]+$", answer.Json.GetProperty("error_description").GetString()!);
        return $"{(int)answer.Status} {answer.Json.GetProperty("error").GetString()}";
    }
}
