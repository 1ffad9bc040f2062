using System.Net;
using System.Text.Json;
using GraphQLTokens.Service.Access;
using GraphQLTokens.Service.Access.Policy;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Reading;

namespace GraphQLTokens.Service.OAuth;

/// <summary>
/// <c>POST /oauth/introspect</c> (RFC 7662): whether a value or an access token is good now, and what it may do. Guarded as <c>Mutation.verifyAPIToken</c> is.
/// Whatever is not good, or not in the asker's sight, is <c>{"active":false}</c> and nothing else. A token that is restricted to addresses is judged by
/// <c>ip_address</c>, where the asker got it from; without it, it is not active. To be asked about is a use of a token, and counts nothing against its limit.
/// </summary>
internal sealed class IntrospectionEndpoint(
    ClientAuthentication clients, SchemaPolicy policies, Authenticator authenticator, TenantSights sights, PermissionCatalog catalog, IIssuer issuer)
{
    private const string Field = "Mutation.verifyAPIToken";
    private readonly FieldPolicy policy = policies.Of(Field);

    public async Task<IResult> AnswerAsync(HttpContext context)
    {
        var (form, error) = await OAuthForm.ReadAsync(context);
        if (form is null)
            return error!;
        var client = await clients.ReadOrAdmitAsync(context, form);
        // A permission that is missing is told before a limit: to wait would not help.
        var denial = client.Caller is { } asker ? await policy.JudgeAsync(asker, default) : client.Limited is { } limited ? policy.Judge(limited, default) : null;
        if (denial is not null)
            return new DenialResult(denial);
        if (client.Refusal is not null)
            return client.Refusal;
        if (form["token"] is not { } token)
            return new OAuthError(OAuthError.InvalidRequest, "token is missing.");
        IPAddress? address = null;
        if (form["ip_address"] is { } text && !(AddressText.TryParse(text, out _, out _) && IPAddress.TryParse(text, out address)))
            return new OAuthError(OAuthError.InvalidRequest, "ip_address is no address.");

        var verdict = await authenticator.JudgeForAudienceAsync(token, address, context.RequestAborted);
        if (verdict.Code is not VerificationCode.Valid || !await sights.ReachesAsync(client.Caller!.TenantId, verdict.Record!.TenantId, context.RequestAborted))
            return new OAuthAnswer(StatusCodes.Status200OK, json => json.WriteBoolean("active", false));
        await authenticator.NoteUseAsync(verdict, address, context.RequestAborted);
        return new OAuthAnswer(StatusCodes.Status200OK, json => WriteActive(json, verdict));
    }

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
