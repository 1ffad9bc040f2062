using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GraphQLTokens.Service.Tests.Operations.AccessTokens;

/// <summary>Takes JWTs apart and puts others together, by hand: what an attacker does.</summary>
internal static class JwtForge
{
    public static JsonObject HeaderOf(string jwt) => Part(jwt, 0);

    public static JsonObject PayloadOf(string jwt) => Part(jwt, 1);

    /// <summary>The same signature under other parts.</summary>
    public static string Altered(string jwt, Action<JsonObject>? header = null, Action<JsonObject>? payload = null)
    {
        var (head, claims) = (HeaderOf(jwt), PayloadOf(jwt));
        header?.Invoke(head);
        payload?.Invoke(claims);
        return $"{Encode(head)}.{Encode(claims)}.{jwt.Split('.')[2]}";
    }

    public static string Signed(JsonObject header, JsonObject payload, ECDsa key)
    {
        var text = $"{Encode(header)}.{Encode(payload)}";
        return $"{text}.{Base64Url(key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256))}";
    }

    public static string Keyed(JsonObject header, JsonObject payload, byte[] key)
    {
        var text = $"{Encode(header)}.{Encode(payload)}";
        return $"{text}.{Base64Url(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(text)))}";
    }

    public static string Unsigned(JsonObject header, JsonObject payload) => $"{Encode(header)}.{Encode(payload)}.";

    public static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public static byte[] FromBase64Url(string text) =>
        Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '='));

    private static JsonObject Part(string jwt, int index) => JsonNode.Parse(FromBase64Url(jwt.Split('.')[index]))!.AsObject();

    private static string Encode(JsonObject part) => Base64Url(Encoding.UTF8.GetBytes(part.ToJsonString(JsonSerializerOptions.Default)));
}
