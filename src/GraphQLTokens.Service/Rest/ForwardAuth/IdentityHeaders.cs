using System.Collections.Immutable;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Rest.ForwardAuth;

/// <summary>
/// Who calls, for the service behind the gateway. Each header is always there and never empty: some gateways let what the client sent stand where the answer
/// has nothing to put in its place.
/// <code>
/// X-Auth-Token-Id       01979d6e-...              the token's id
/// X-Auth-Token-Name     build%20server            its name, percent-encoded UTF-8 (RFC 3986 section 2.1): any character may be in a name
/// X-Auth-Owner-Kind     tenant or user            on whose behalf it acts
/// X-Auth-Owner-Id       01979d6e-...              that tenant's or user's id
/// X-Auth-Tenant-Id      01979d6e-...              the tenant it belongs to
/// X-Auth-Role           Admin                     the key of its built-in role; - without one
/// X-Auth-Permissions    AlertRead RuleRead        what it may do now, with spaces between, in catalog order; - for nothing
/// X-Auth-Access-Token   eyJhbGciOiJFUzI1NiIs...   a JWT that says the same, where the gateway asks for one; - otherwise
/// </code>
/// </summary>
internal sealed class IdentityHeaders(PermissionCatalog catalog)
{
    private const string TokenId = "X-Auth-Token-Id";
    private const string TokenName = "X-Auth-Token-Name";
    private const string OwnerKind = "X-Auth-Owner-Kind";
    private const string OwnerId = "X-Auth-Owner-Id";
    private const string TenantId = "X-Auth-Tenant-Id";
    private const string Role = "X-Auth-Role";
    private const string Permissions = "X-Auth-Permissions";
    private const string AccessToken = "X-Auth-Access-Token";
    private const string Nothing = "-";

    public static readonly ImmutableArray<string> Names = [TokenId, TokenName, OwnerKind, OwnerId, TenantId, Role, Permissions, AccessToken];

    private readonly string everything = string.Join(' ', catalog.Names);

    /// <param name="jwt">Null: none was asked for.</param>
    public void Write(IHeaderDictionary headers, Caller caller, string? jwt)
    {
        var owner = caller.Owner;
        var tenantId = EntityId.Format(caller.TenantId);
        headers[TokenId] = EntityId.Format(caller.TokenId);
        headers[TokenName] = OrNothing(Uri.EscapeDataString(caller.TokenName));
        headers[OwnerKind] = owner.Kind switch
        {
            TokenOwnerKind.Tenant => "tenant",
            TokenOwnerKind.User => "user",
        };
        headers[OwnerId] = owner.Id == caller.TenantId ? tenantId : EntityId.Format(owner.Id);
        headers[TenantId] = tenantId;
        headers[Role] = caller.RoleKey ?? Nothing;
        headers[Permissions] = caller.Permissions.All ? everything : OrNothing(string.Join(' ', catalog.NamesIn(caller.Permissions)));
        headers[AccessToken] = jwt ?? Nothing;
    }

    private static string OrNothing(string text) => text.Length == 0 ? Nothing : text;
}
