using System.Text.RegularExpressions;
using GraphQLTokens.Service.Tests.OAuth;

namespace GraphQLTokens.Service.Tests.Security.Access;

/// <summary>Something that can be asked for, as each door says it.</summary>
/// <param name="Needs">Any one of these permissions suffices; none: it needs none.</param>
/// <param name="Document">Its variables are <c>$id</c>, the target's, and <c>$root</c>, that of a token which is not the caller's own.</param>
internal sealed partial record AccessOperation(string Name, string[] Needs, string? Document = null, RestCall? Rest = null, FormCall? Form = null)
{
    private const string Modify = "OrganizationAPITokenModify";
    private const string ModifyOwn = "OwnAPITokenModify";
    private const string Verify = "OrganizationAPITokenVerify";
    private const string Read = "OrganizationAPITokenRead";

    public static readonly IReadOnlyList<AccessOperation> All =
    [
        new("who am I", [], "query { viewer { permissions } }"),
        new("list the permissions that there are", [], "query { permissions { name } }"),
        new("list tokens", [Read], "query { apiTokens(first: 1) { nodes { id } } }", new("GET", "/api-tokens?limit=1")),
        new("read a token", [Read], "query ($id: ID!) { apiToken(id: $id) { id } }", new("GET", "/api-tokens/{id}")),
        new("read oneself", [], "query { apiToken(id: \"self\") { id } }", new("GET", "/api-tokens/self")),
        new("read a node", [Read, "TenantRead"], "query ($root: ID!) { node(id: $root) { id } }"),
        new("read nodes", [Read, "TenantRead"], "query ($root: ID!) { nodes(ids: [$root]) { id } }"),
        new("hear of changes", [Read], "subscription { apiTokenChanged { kind } }"),
        new("create a token", [Modify, ModifyOwn], "mutation { createAPIToken(input: { name: \"made\" }) { token { id } } }", new("POST", "/api-tokens", new { name = "made" })),
        new("change a token", [Modify, ModifyOwn], "mutation ($id: ID!) { updateAPIToken(input: { id: $id, name: \"changed\" }) { token { id } } }", new("POST", "/api-tokens/{id}", new { name = "changed" })),
        new("rotate a token", [Modify, ModifyOwn], "mutation ($id: ID!) { rotateAPIToken(input: { id: $id }) { token { id } } }", new("POST", "/api-tokens/{id}/rotate")) { IsOnce = true },
        new("rotate oneself", [], "mutation { rotateAPIToken { token { id } } }", new("POST", "/api-tokens/self/rotate")) { IsOnce = true },
        new("cancel a rotation", [Modify, ModifyOwn], "mutation ($id: ID!) { cancelAPITokenRotation(input: { id: $id }) { token { id } } }", new("POST", "/api-tokens/{id}/cancel-rotation")) { IsOnce = true, IsOfRotation = true },
        new("delete a token", [Modify, ModifyOwn], "mutation ($id: ID!) { deleteAPIToken(input: { id: $id }) { id } }", new("DELETE", "/api-tokens/{id}")) { IsOnce = true },
        new("get an access token", [], "mutation { createAccessToken { expiresAt } }", new("POST", "/access_token")),
        new("get an access token, as existing clients do", [], Rest: new("POST", "/connect/api/v1/access_token")),
        new("get an access token as a client", [], Form: new("/oauth/token", FormCaller.Client, ("grant_type", "client_credentials"))),
        new("get an access token as an existing client", [], Form: new("/connect/token", FormCaller.Client, ("grant_type", "client_credentials"))),
        new("exchange a credential", [], Form: new("/oauth/token", FormCaller.Subject, ("grant_type", OAuthRequests.ExchangeGrant), ("subject_token_type", OAuthRequests.AccessTokenType))),
        new("exchange a credential, as existing clients do", [], Form: new("/connect/token", FormCaller.Subject, ("grant_type", OAuthRequests.ExchangeGrant), ("subject_token_type", OAuthRequests.AccessTokenType))),
        new("ask about a token", [Verify], Form: new("/oauth/introspect", FormCaller.HeaderOrClient, ("token", "x"))),
        new("end a token of one's own", [], Form: new("/oauth/revoke", FormCaller.HeaderOrClient, ("token", "x"))),
        new("read the signing keys", ["GeneralSettingsRead"], "query { signingKeys { keyId } }"),
        new("change the signing key", ["GeneralSettingsModify"], "mutation { rotateSigningKey { keyId } }") { NeedsRole = true },
        new("have a value judged", [Verify], "mutation { verifyAPIToken(input: { value: \"x\" }) { code } }", new("POST", "/api-tokens/verify", new { value = "x" })),
        new("have values judged", [Verify], "mutation { verifyAPITokens(inputs: [{ value: \"x\" }]) { code } }", new("POST", "/api-tokens/verify", new { items = new[] { new { value = "x" } } })),
        new("be let through", ["AlertRead"]) { IsJudged = true },
        new("be let through where nothing is asked for", []) { IsJudged = true },
        new("read settings", ["GeneralSettingsRead"], "query { generalSettings { version } }"),
    ];

    /// <summary>Whether its caller must also have the role of an administrator.</summary>
    public bool NeedsRole { get; init; }

    /// <summary>Whether it is done to the target or the caller once and for all.</summary>
    public bool IsOnce { get; init; }

    /// <summary>Whether its target is being rotated.</summary>
    public bool IsOfRotation { get; init; }

    /// <summary>Whether it is no call of the caller's, but somebody else's question about the caller.</summary>
    public bool IsJudged { get; init; }

    /// <summary>What a caller that may do it holds.</summary>
    public string[] Holds => [.. Needs.Take(1)];

    public bool IsQuery => Document?.StartsWith("query", StringComparison.Ordinal) is true;

    public bool IsSubscription => Document?.StartsWith("subscription", StringComparison.Ordinal) is true;

    /// <summary>By one GraphQL response.</summary>
    public bool IsAnswered => Document is not null && !IsSubscription;

    public bool HasTarget => Document?.Contains("$id", StringComparison.Ordinal) is true;

    /// <summary>As <c>query.viewer</c>; null where no field of a root type does it.</summary>
    public string? RootField => Document is null ? null : FirstField().Replace(Document, "$1.$2");

    public override string ToString() => Name;

    [GeneratedRegex(@"^(\w+)[^{]*\{ (\w+).*$")]
    private static partial Regex FirstField();
}

/// <param name="Path">With <c>{id}</c> for the target's.</param>
internal sealed record RestCall(string Method, string Path, object? Body = null);

internal sealed record FormCall(string Path, FormCaller Takes, params (string Name, string Value)[] Fields);

/// <summary>Where the credential of a form's caller is.</summary>
internal enum FormCaller
{
    Client,
    HeaderOrClient,
    Subject,
}
