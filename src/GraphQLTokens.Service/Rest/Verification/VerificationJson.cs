using System.Text.Json;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Verification;
using GraphQLTokens.Service.Rest.Tokens;

namespace GraphQLTokens.Service.Rest.Verification;

/// <summary>
/// A verdict as REST shows it. The token has what a relying service decides by, by the names of the schema's APIToken, from the record that the value was judged by:
/// nothing is read for it. <c>GET /api-tokens/{id}</c> has the rest.
/// </summary>
internal sealed class VerificationJson(PermissionCatalog catalog, TimeProvider time)
{
    private static readonly JsonEncodedText Valid = JsonEncodedText.Encode("valid");
    private static readonly JsonEncodedText Code = JsonEncodedText.Encode("code");
    private static readonly JsonEncodedText Token = JsonEncodedText.Encode("token");
    private static readonly JsonEncodedText MissingPermissions = JsonEncodedText.Encode("missingPermissions");

    public void Write(Utf8JsonWriter json, TokenVerification found)
    {
        json.WriteStartObject();
        json.WriteBoolean(Valid, found.Valid);
        json.WriteString(Code, TextOf(found.Code));
        if (found.Record is { } record)
        {
            json.WritePropertyName(Token);
            Write(json, record, found.Permissions);
        }
        json.WriteStartArray(MissingPermissions);
        for (var i = 0; i < found.MissingPermissions.Count; i++)
            json.WriteStringValue(found.MissingPermissions[i]);
        json.WriteEndArray();
        if (found.Remaining is { } remaining)
            json.WriteNumber("remaining", remaining);
        if (found.ResetsAt is { } resetsAt)
            json.WriteString("resetsAt", InstantText.Format(resetsAt));
        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, KeyRecord record, PermissionSet permissions)
    {
        json.WriteStartObject();
        json.WriteString("id", record.TokenId);
        json.WriteString("name", record.Name);
        json.WriteString("status", TokenJson.StatusOf(record.StatusAt(time.Now())));
        json.WriteStartArray("effectivePermissions");
        foreach (var name in catalog.Names)
        {
            if (permissions.Contains(name))
                json.WriteStringValue(name);
        }
        json.WriteEndArray();
        TokenJson.WriteBlocks(json, "allowedCIDRBlocks", record.Addresses.AllowedText);
        TokenJson.WriteBlocks(json, "deniedCIDRBlocks", record.Addresses.DeniedText);
        json.WriteString("tenantId", record.TenantId);
        TokenJson.WriteOwner(json, record.Owner);
        TokenJson.WriteInstant(json, "notBefore", record.NotBefore);
        TokenJson.WriteInstant(json, "expiresAt", record.EndsAt == Instant.Never ? null : record.EndsAt);
        TokenJson.WriteLimit(json, record.RateLimit);
        TokenJson.WriteMetadata(json, record.Metadata);
        json.WriteEndObject();
    }

    private static string TextOf(VerificationCode code) => code switch
    {
        VerificationCode.Malformed => "MALFORMED",
        VerificationCode.Unknown => "UNKNOWN",
        VerificationCode.Retired => "RETIRED",
        VerificationCode.Revoked => "REVOKED",
        VerificationCode.Inactive => "INACTIVE",
        VerificationCode.OwnerDisabled => "OWNER_DISABLED",
        VerificationCode.TenantDisabled => "TENANT_DISABLED",
        VerificationCode.NotYetValid => "NOT_YET_VALID",
        VerificationCode.Expired => "EXPIRED",
        VerificationCode.AddressRequired => "ADDRESS_REQUIRED",
        VerificationCode.AddressNotAllowed => "ADDRESS_NOT_ALLOWED",
        VerificationCode.MissingPermission => "MISSING_PERMISSION",
        VerificationCode.RateLimited => "RATE_LIMITED",
        VerificationCode.Valid => "VALID",
    };
}
