using System.Text.Json;
using GraphQLTokens.Service.Tests.EndToEnd;
using GraphQLTokens.Service.Tests.OAuth;

namespace GraphQLTokens.Service.Tests.Security.Access;

/// <summary>Doors that somebody else stands at: what the caller presented to a gateway or a service is judged for it, by one who may ask.</summary>
internal static class JudgingDoors
{
    private const string Address = "127.0.0.1";
    private const string Verdict = "{ valid code missingPermissions }";

    public static readonly IReadOnlyList<AccessDoor> All =
    [
        new("forward auth", call => ForwardAsync(call, "GET", "/auth/forward", "")),
        new("forward auth, any path and 403 for all", call => ForwardAsync(call, "PUT", "/auth/forward/any/path", "deny=403&")),
        new("POST /api-tokens/verify, one", call => VerifyAsync(call, Item, answer => answer)),
        new("POST /api-tokens/verify, many", call => VerifyAsync(call, asked => new { items = new[] { Item(asked) } }, answer => answer.GetProperty("results")[0])),
        new("verifyAPIToken", call => AskAsync(call, $"mutation ($input: VerifyAPITokenInput!) {{ answer: verifyAPIToken(input: $input) {Verdict} }}", answer => answer)),
        new("verifyAPITokens", call => AskAsync(call, $"mutation ($input: VerifyAPITokenInput!) {{ answer: verifyAPITokens(inputs: [$input]) {Verdict} }}", answer => answer[0])),
        // It says nothing of the reason, and counts nothing.
        new("introspection", call => call.Operation is { IsJudged: true, Needs: [] } ? IntrospectAsync(call) : null)
        {
            Tells = verdict => verdict == AccessVerdict.Allowed || verdict.Words == "RATE_LIMIT_EXCEEDED" ? AccessVerdict.Allowed : new("INACTIVE"),
        },
    ];

    private static Task<AccessVerdict>? ForwardAsync(AccessCall call, string method, string path, string query) => call.Operation.IsJudged
        ? RestDoors.SendAsync(call, new(new HttpMethod(method), $"{path}?{query}{string.Join('&', call.Operation.Needs.Select(permission => $"permission={permission}"))}"))
        : null;

    private static Task<AccessVerdict>? VerifyAsync(AccessCall call, Func<AccessCall, object> body, Func<JsonElement, JsonElement> verdictIn) => call.Operation.IsJudged ? JudgeAsync(
        call, async root => verdictIn((await root.RestAsync(HttpMethod.Post, "/api-tokens/verify", body(call))).Json)) : null;

    private static Task<AccessVerdict>? AskAsync(AccessCall call, string document, Func<JsonElement, JsonElement> verdictIn) => call.Operation.IsJudged ? JudgeAsync(
        call, async root => verdictIn((await root.AskAsync(document, new { input = Item(call) })).Data.GetProperty("answer"))) : null;

    private static async Task<AccessVerdict> JudgeAsync(AccessCall call, Func<ServiceCaller, Task<JsonElement>> ask) => Read(await ask(call.World.Service.Root));

    private static async Task<AccessVerdict> IntrospectAsync(AccessCall call)
    {
        var answer = await call.World.Service.Root.FormAsync("/oauth/introspect", ("token", call.Caller.Key ?? "-"), ("ip_address", Address));
        return answer.Json.GetProperty("active").GetBoolean() ? AccessVerdict.Allowed : new("INACTIVE");
    }

    private static object Item(AccessCall call) => new
    {
        value = call.Caller.Key ?? "",
        ipAddress = Address,
        require = call.Operation.Needs is [var permission] ? new { permission } : null,
    };

    private static AccessVerdict Read(JsonElement verdict) => verdict.GetProperty("code").GetString() switch
    {
        "VALID" => AccessVerdict.Allowed,
        "MALFORMED" or "UNKNOWN" or "RETIRED" => new("UNAUTHENTICATED"),
        "MISSING_PERMISSION" => AccessVerdict.Missing(verdict.GetProperty("missingPermissions").EnumerateArray().Select(permission => permission.GetString()!)),
        "RATE_LIMITED" => new("RATE_LIMIT_EXCEEDED"),
        "ADDRESS_NOT_ALLOWED" => new("ADDRESS_NOT_ALLOWED"),
        var code => new($"TOKEN_{code}"),
    };
}
