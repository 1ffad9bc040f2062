using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace GraphQLTokens.Service.Rest.OpenApi;

/// <summary>
/// <c>GET /openapi/v1.json</c>: every address that is not GraphQL's, described by hand in OpenAPI 3.1. Tests hold it equal to the endpoints that there are and to what
/// they answer. It holds nothing of a deployment, so everybody may read it.
/// </summary>
internal static class OpenApiEndpoint
{
    public const string Path = "/openapi/v1.json";

    private static readonly byte[] Document = Read();
    private static readonly EntityTagHeaderValue Tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(Document))[..16]}\"");

    public static void MapOpenApi(this IEndpointRouteBuilder endpoints) => endpoints.MapMethods(Path, ["GET", "HEAD"], Answer);

    private static FileContentHttpResult Answer(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Bytes(Document, "application/json", entityTag: Tag);
    }

    private static byte[] Read()
    {
        using var stream = typeof(OpenApiEndpoint).Assembly.GetManifestResourceStream("openapi.json")
            ?? throw new InvalidOperationException("The assembly was built without openapi.json.");
        var document = new byte[stream.Length];
        stream.ReadExactly(document);
        return document;
    }
}
