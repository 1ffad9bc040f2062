using System.Text.Json;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Listing;

namespace GraphQLTokens.Service.Rest.Tokens;

/// <summary>
/// A token as REST shows it: the fields of the schema's APIToken by the same names, instants as <c>YYYY-MM-DDThh:mm:ss.fffZ</c>, null where there is nothing.
/// <c>value</c> stands only in the answers to create and rotate.
/// </summary>
internal sealed class TokenJson(PermissionCatalog catalog, TimeProvider time)
{
    public JsonAnswer Answer(ApiToken token, string? value = null) => new(json => Write(json, token, value));

    /// <summary><c>next</c> stands only where there are more.</summary>
    public JsonAnswer Answer(TokenPage page) => new(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("results");
        foreach (var token in page.Tokens)
            Write(json, token, null);
        json.WriteEndArray();
        if (page.HasNext)
            json.WriteString("next", page.EndCursor);
        json.WriteEndObject();
    });

    private void Write(Utf8JsonWriter json, ApiToken token, string? value)
    {
        json.WriteStartObject();
        json.WriteString("id", token.Id);
        json.WriteString("name", token.Name);
        WriteText(json, "description", token.Description);
        if (value is not null)
            json.WriteString("value", value);
        json.WriteString("valueStart", token.ValueStart);
        WriteTexts(json, "permissions", catalog.NamesIn(token.Permissions));
        json.WriteString("status", StatusOf(token.StatusAt(time.Now())));
        WriteBlocks(json, "allowedCIDRBlocks", token.Addresses.Allowed);
        WriteBlocks(json, "deniedCIDRBlocks", token.Addresses.Denied);
        json.WriteString("tenantId", token.TenantId);
        WriteOwner(json, token.Owner);
        WriteInstant(json, "notBefore", token.NotBefore);
        WriteInstant(json, "expiresAt", token.ExpiresAt);
        WriteInstant(json, "createdAt", token.CreatedAt);
        WriteActor(json, "createdBy", token.CreatedBy);
        WriteInstant(json, "updatedAt", token.UpdatedAt);
        WriteActor(json, "updatedBy", token.UpdatedBy);
        WriteInstant(json, "rotatedAt", token.RotatedAt);
        WriteActor(json, "rotatedBy", token.RotatedBy);
        WriteInstant(json, "previousValueExpiresAt", token.PreviousValueExpiresAt(time.Now()));
        WriteInstant(json, "rotationDueAt", token.RotationDueAt);
        WriteInstant(json, "lastUsedAt", token.LastUsedAt);
        WriteText(json, "lastUsedFrom", token.LastUsedFrom);
        json.WritePropertyName("metadata");
        if (token.Metadata is null)
            json.WriteNullValue();
        else
            json.WriteRawValue(token.Metadata);
        json.WriteEndObject();
    }

    internal static string StatusOf(TokenStatus status) => status switch
    {
        TokenStatus.Active => "ACTIVE",
        TokenStatus.Inactive => "INACTIVE",
        TokenStatus.Expired => "EXPIRED",
        TokenStatus.NotYetValid => "NOT_YET_VALID",
        TokenStatus.Revoked => "REVOKED",
    };

    private static void WriteInstant(Utf8JsonWriter json, string name, DateTimeOffset? instant) => WriteText(json, name, instant is { } at ? InstantText.Format(at) : null);

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is null)
            json.WriteNull(name);
        else
            json.WriteString(name, text);
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WriteBlocks(Utf8JsonWriter json, string name, IEnumerable<CidrBlock> blocks) => WriteTexts(json, name, blocks.Select(block => block.ToString()));

    private static void WriteOwner(Utf8JsonWriter json, TokenOwner owner)
    {
        json.WriteStartObject("owner");
        json.WriteString("id", owner.Id);
        json.WriteString("type", owner.Kind switch
        {
            TokenOwnerKind.Tenant => "tenant",
            TokenOwnerKind.User => "user",
        });
        json.WriteEndObject();
    }

    /// <summary>The service itself has no id.</summary>
    private static void WriteActor(Utf8JsonWriter json, string name, Actor? actor)
    {
        if (actor is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        if (actor.Kind is ActorKind.System)
            json.WriteNull("id");
        else
            json.WriteString("id", actor.Id);
        json.WriteString("type", actor.Kind switch
        {
            ActorKind.System => "system",
            ActorKind.Token => "api-token",
            ActorKind.User => "user",
        });
        json.WriteEndObject();
    }
}
