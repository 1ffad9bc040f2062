using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GraphQLTokens.Service.Hosting;

/// <summary>
/// <c>GET /</c> without a key. Existing clients search this page for <c>&lt;script id="__PANTHER_CONFIG__" type="application/json"&gt;{"rest":"base URL"}&lt;/script&gt;</c>
/// to learn where REST stands, and use the URL that they were given when it is not there. So it is left out while the public URL is unknown.
/// </summary>
internal static class LandingPage
{
    // The script element is data and runs nowhere; no other script, frame or foreign address is allowed.
    private const string Policy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapLandingPage(this IEndpointRouteBuilder endpoints) => endpoints.MapMethods("/", Reading, Answer);

    private static ContentHttpResult Answer(HttpContext context, PublicUrl publicUrl)
    {
        SecurityHeaders.ForPage(context.Response.Headers, Policy);
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Text(Render(publicUrl.Base), "text/html", Encoding.UTF8);
    }

    internal static string Render(string? baseUrl) => $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>GraphQLTokens</title>
        {ConfigElement(baseUrl)}</head>
        <body>
        <h1>GraphQLTokens</h1>
        <p>API tokens are created, restricted, rotated and deleted at <a href="graphql">/graphql</a>. Send yours in the header <code>X-API-Key</code>.</p>
        </body>
        </html>

        """;

    /// <summary>The default JSON encoder writes <c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c> as escapes, so nothing in the URL can end the element.</summary>
    private static string ConfigElement(string? baseUrl) => baseUrl is null
        ? ""
        : $$"""<script id="__PANTHER_CONFIG__" type="application/json">{"rest":{{JsonSerializer.Serialize(baseUrl)}}}</script>""" + "\n";
}
