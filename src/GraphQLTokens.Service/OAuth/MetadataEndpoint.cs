using System.Text.Json;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.OAuth;

/// <summary><c>GET /.well-known/oauth-authorization-server</c> (RFC 8414): where what is. There is no authorization endpoint: nobody is asked to consent.</summary>
internal sealed class MetadataEndpoint(IIssuer issuer)
{
    private static readonly string[] SecretMethods = ["client_secret_basic", "client_secret_post"];
    private static readonly string[] Grants = ["client_credentials", "urn:ietf:params:oauth:grant-type:token-exchange"];

    public IResult Answer(HttpContext context)
    {
        if (issuer.Url is not { } url)
            return OAuthError.PublicUrlUnknown;
        context.Response.Headers.CacheControl = "public, max-age=300";
        return new MetadataAnswer(url);
    }

    private sealed class MetadataAnswer(string url) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = "application/json";
            await using (var json = new Utf8JsonWriter(httpContext.Response.BodyWriter))
                Write(json);
            await httpContext.Response.BodyWriter.FlushAsync(httpContext.RequestAborted);
        }

        private void Write(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            json.WriteString("issuer", url);
            json.WriteString("token_endpoint", url + OAuthEndpoints.Token);
            json.WriteString("jwks_uri", url + OAuthEndpoints.KeySet);
            json.WriteString("introspection_endpoint", url + OAuthEndpoints.Introspection);
            json.WriteString("revocation_endpoint", url + OAuthEndpoints.Revocation);
            WriteList(json, "grant_types_supported", Grants);
            WriteList(json, "response_types_supported", []);
            WriteList(json, "token_endpoint_auth_methods_supported", [.. SecretMethods, "none"]);
            WriteList(json, "introspection_endpoint_auth_methods_supported", SecretMethods);
            WriteList(json, "revocation_endpoint_auth_methods_supported", SecretMethods);
            json.WriteEndObject();
        }

        private static void WriteList(Utf8JsonWriter json, string name, string[] items)
        {
            json.WriteStartArray(name);
            foreach (var item in items)
                json.WriteStringValue(item);
            json.WriteEndArray();
        }
    }
}
