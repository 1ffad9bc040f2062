using System.Text.Json;
using System.Text.Json.Nodes;

namespace GraphQLTokens.Service.Hosting;

/// <summary>
/// What the page reads from <c>bcp-config.json</c> beside itself: it talks to the URL that it was loaded from, sends nothing to its makers,
/// sends no cookies, and has the key's header and a first query ready.
/// </summary>
internal static class PlaygroundConfig
{
    private const string FirstQuery = """
        # Put your API token in place of <ENTER_YOUR_KEY_HERE>, in the request headers of this document
        # (the service wrote the first token to the file that it named at its first start), then run:
        query WhoAmI {
          viewer {
            __typename
          }
        }

        """;

    public static byte[] Write(string title) => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["useBrowserUrlAsEndpoint"] = true,
        ["disableTelemetry"] = true,
        ["includeCookies"] = false,
        ["title"] = title,
        ["httpHeaders"] = new JsonObject { ["X-API-Key"] = "<ENTER_YOUR_KEY_HERE>" },
        ["graphQLDocument"] = FirstQuery.ReplaceLineEndings("\n"),
    });
}
