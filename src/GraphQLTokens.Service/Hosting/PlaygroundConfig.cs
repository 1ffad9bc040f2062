using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GraphQLTokens.Service.Hosting;

/// <summary>
/// What the page reads from <c>bcp-config.json</c> beside itself: it talks to the URL that it was loaded from, sends nothing to its makers,
/// sends no cookies, and has the key's header and a first query ready.
/// </summary>
internal static class PlaygroundConfig
{
    internal const string FirstQuery = """
        # 1. Open "HTTP Headers" below, put your API
        #    token in place of <ENTER_YOUR_KEY_HERE>.
        # 2. Press Run. (The first token is in the file
        #    that the service named at its first start.)
        query WhoAmI {
          viewer {
            permissions
            address
          }
        }

        """;

    // Served as JSON with nosniff, never inside a page: the angle brackets may stand as they are.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(string title) => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["useBrowserUrlAsEndpoint"] = true,
        ["disableTelemetry"] = true,
        ["includeCookies"] = false,
        ["title"] = title,
        ["httpHeaders"] = new JsonObject { ["X-API-Key"] = "<ENTER_YOUR_KEY_HERE>" },
        ["graphQLDocument"] = FirstQuery.ReplaceLineEndings("\n"),
    }, Readable);
}
