using System.Text.Json;
using GraphQLTokens.Service.Operations.SigningKeys;

namespace GraphQLTokens.Service.OAuth;

/// <summary><c>GET /.well-known/jwks.json</c> (RFC 7517): the public halves of the published signing keys. Verifiers may keep it for five minutes, half of what the next key is published ahead.</summary>
internal sealed class KeySetEndpoint(SigningKeyRing ring)
{
    private static readonly string CacheControl = $"public, max-age={(int)TendSigningKeys.PublishedAhead.TotalSeconds / 2}";

    public async Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = CacheControl;
        context.Response.ContentType = "application/jwk-set+json";
        await using (var json = new Utf8JsonWriter(context.Response.BodyWriter))
            Write(json);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("keys");
        foreach (var key in ring.Published.Select(published => published.Public))
        {
            json.WriteStartObject();
            json.WriteString("kty", key.Kty);
            json.WriteString("crv", key.Crv);
            json.WriteString("x", key.X);
            json.WriteString("y", key.Y);
            json.WriteString("use", key.Use);
            json.WriteString("alg", key.Alg);
            json.WriteString("kid", key.Kid);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
