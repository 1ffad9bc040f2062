namespace GraphQLTokens.Service.Tests.Security.Access;

/// <summary>Something that can be asked for, as each door says it.</summary>
/// <param name="Document">Its one variable, where it has one, is <c>$id</c>: the target's.</param>
/// <param name="Rest">Method, path with <c>{id}</c>, and body.</param>
/// <param name="Needs">Any one of these permissions suffices; none: it needs none.</param>
/// <param name="Holds">What a caller that may do it holds.</param>
internal sealed record AccessOperation(string Name, string? Document, RestCall? Rest, string[] Needs, string[] Holds)
{
    private const string Modify = "OrganizationAPITokenModify";
    private const string ModifyOwn = "OwnAPITokenModify";
    private const string Verify = "OrganizationAPITokenVerify";
    private const string Read = "OrganizationAPITokenRead";

    public static readonly IReadOnlyList<AccessOperation> All =
    [
        Of("who am I", "query { viewer { permissions } }", null),
        Of("list tokens", "query { apiTokens(first: 1) { nodes { id } } }", new("GET", "/api-tokens?limit=1"), Read),
        Of("read a token", "query ($id: ID!) { apiToken(id: $id) { id } }", new("GET", "/api-tokens/{id}"), Read),
        Of("read oneself", "query { apiToken(id: \"self\") { id } }", new("GET", "/api-tokens/self")),
        Of("create a token", "mutation { createAPIToken(input: { name: \"made\" }) { token { id } } }", new("POST", "/api-tokens", new { name = "made" }), Modify, ModifyOwn),
        Of("change a token", "mutation ($id: ID!) { updateAPIToken(input: { id: $id, name: \"changed\" }) { token { id } } }", new("POST", "/api-tokens/{id}", new { name = "changed" }), Modify, ModifyOwn),
        Of("rotate a token", "mutation ($id: ID!) { rotateAPIToken(input: { id: $id }) { token { id } } }", new("POST", "/api-tokens/{id}/rotate"), Modify, ModifyOwn),
        Of("rotate oneself", "mutation { rotateAPIToken { token { id } } }", new("POST", "/api-tokens/self/rotate")),
        Of("cancel a rotation", "mutation ($id: ID!) { cancelAPITokenRotation(input: { id: $id }) { token { id } } }", new("POST", "/api-tokens/{id}/cancel-rotation"), Modify, ModifyOwn),
        Of("delete a token", "mutation ($id: ID!) { deleteAPIToken(input: { id: $id }) { id } }", new("DELETE", "/api-tokens/{id}"), Modify, ModifyOwn),
        Of("get an access token", "mutation { createAccessToken { expiresAt } }", new("POST", "/access_token")),
        Of("read the signing keys", "query { signingKeys { keyId } }", null, "GeneralSettingsRead"),
        Of("have a value judged", "mutation { verifyAPIToken(input: { value: \"x\" }) { code } }", new("POST", "/api-tokens/verify", new { value = "x" }), Verify),
        Of("have values judged", "mutation { verifyAPITokens(inputs: [{ value: \"x\" }]) { code } }", new("POST", "/api-tokens/verify", new { items = new[] { new { value = "x" } } }), Verify),
        new("pass a gateway", null, new("GET", "/auth/forward?permission=AlertRead"), ["AlertRead"], ["AlertRead"]),
        new("pass a gateway that asks for nothing more", null, new("PUT", "/auth/forward/any/path"), [], []),
        Of("read settings", "query { generalSettings { version } }", null, "GeneralSettingsRead"),
    ];

    public override string ToString() => Name;

    private static AccessOperation Of(string name, string document, RestCall? rest, params string[] needs) => new(name, document, rest, needs, [.. needs.Take(1)]);
}

internal sealed record RestCall(string Method, string Path, object? Body = null);
