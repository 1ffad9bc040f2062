using System.Net;
using System.Text.Json;
using GraphQLTokens.Service.Access;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Tenants;

namespace GraphQLTokens.Service.OAuth;

/// <summary>
/// <c>POST /oauth/introspect</c> (RFC 7662): whether a value or an access token is good now, and what it may do.
/// Whatever is not good, or not in the asker's sight, is <c>{"active":false}</c> and nothing else. A token that is restricted to addresses is judged by
/// <c>ip_address</c>, where the asker got it from; without it, it is not active.
/// </summary>
internal sealed class IntrospectionEndpoint(
    ClientAuthentication clients, Authenticator authenticator, FindTenants tenants, PermissionCatalog catalog, IIssuer issuer)
{
    private static readonly string[] Needed = [PermissionNames.OrganizationAPITokenVerify];

    public async Task<IResult> AnswerAsync(HttpContext context)
    {
        var (form, error) = await OAuthForm.ReadAsync(context);
        if (form is null)
            return error!;
        var client = await clients.ReadOrAdmitAsync(context, form);
        if (client.Refusal is not null)
            return client.Refusal;
        if (PermissionCheck.Check(client.Caller!, Needed, []) is { } denial)
            return new DenialResult(denial);
        if (form["token"] is not { } token)
            return new OAuthError(OAuthError.InvalidRequest, "token is missing.");
        IPAddress? address = null;
        if (form["ip_address"] is { } text && !(AddressText.TryParse(text, out _, out _) && IPAddress.TryParse(text, out address)))
            return new OAuthError(OAuthError.InvalidRequest, "ip_address is no address.");

        var verdict = await authenticator.JudgeForAudienceAsync(token, address, context.RequestAborted);
        if (verdict.Code is not VerificationCode.Valid || !await IsInSightAsync(client.Caller!, verdict.Record!.TenantId, context.RequestAborted))
            return new OAuthAnswer(StatusCodes.Status200OK, json => json.WriteBoolean("active", false));
        await authenticator.NoteUseAsync(verdict, address, context.RequestAborted);
        return new OAuthAnswer(StatusCodes.Status200OK, json => WriteActive(json, verdict));
    }

    private async ValueTask<bool> IsInSightAsync(Caller asker, Guid tenantId, CancellationToken cancellationToken) =>
        tenantId == asker.TenantId || (await tenants.RunAsync(asker, [tenantId], cancellationToken)).Count > 0;

    private void WriteActive(Utf8JsonWriter json, Verdict verdict)
    {
        var record = verdict.Record!;
        var id = EntityId.Format(record.TokenId);
        var permissions = catalog.NamesIn(verdict.Permissions);
        json.WriteBoolean("active", true);
        json.WriteString("client_id", id);
        json.WriteString("sub", id);
        json.WriteString("token_type", "Bearer");
        json.WriteString("scope", string.Join(' ', verdict.AccessToken?.Scope ?? permissions));
        json.WriteStartArray("permissions");
        foreach (var permission in permissions)
            json.WriteStringValue(permission);
        json.WriteEndArray();
        json.WriteString("tenant", EntityId.Format(record.TenantId));
        if (record.RoleKey is not null)
            json.WriteString("role", record.RoleKey);
        if (verdict.EndsAt != Instant.Never)
            json.WriteNumber("exp", verdict.EndsAt.ToUnixTimeSeconds());
        if (verdict.AccessToken is not { } token)
            return;
        json.WriteNumber("iat", token.IssuedAt.ToUnixTimeSeconds());
        json.WriteString("jti", EntityId.Format(token.Id));
        json.WriteString("aud", token.Audience);
        json.WriteString("iss", issuer.Url);
    }
}
