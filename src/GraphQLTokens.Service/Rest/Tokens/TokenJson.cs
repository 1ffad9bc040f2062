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
        WriteBlocks(json, "allowedCIDRBlocks", token.Addresses.AllowedText);
        WriteBlocks(json, "deniedCIDRBlocks", token.Addresses.DeniedText);
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
        WriteLimit(json, token.RateLimit);
        WriteMetadata(json, token.Metadata);
        json.WriteEndObject();
    }

    /// <summary>The token's own.</summary>
    internal static void WriteLimit(Utf8JsonWriter json, RateLimit? limit)
    {
        if (limit is null)
        {
            json.WriteNull("rateLimit");
            return;
        }

        json.WriteStartObject("rateLimit");
        json.WriteNumber("limit", limit.Limit);
        json.WriteString("window", DurationText.Format(limit.Window));
        json.WriteEndObject();
    }

    /// <summary>As it was written: it was checked when it was stored.</summary>
    internal static void WriteMetadata(Utf8JsonWriter json, string? metadata)
    {
        json.WritePropertyName("metadata");
        if (metadata is null)
            json.WriteNullValue();
        else
            json.WriteRawValue(metadata, skipInputValidation: true);
    }

    internal static string StatusOf(TokenStatus status) => status switch
    {
        TokenStatus.Active => "ACTIVE",
        TokenStatus.Inactive => "INACTIVE",
        TokenStatus.Expired => "EXPIRED",
        TokenStatus.NotYetValid => "NOT_YET_VALID",
        TokenStatus.Revoked => "REVOKED",
    };

    internal static void WriteInstant(Utf8JsonWriter json, string name, DateTimeOffset? instant)
    {
        if (instant is not { } at)
        {
            json.WriteNull(name);
            return;
        }

        Span<byte> text = stackalloc byte[InstantText.Length];
        InstantText.Format(at, text);
        json.WriteString(name, text);
    }

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

    /// <param name="blocks">As they are stored: canonical, between spaces.</param>
    internal static void WriteBlocks(Utf8JsonWriter json, string name, string blocks)
    {
        json.WriteStartArray(name);
        foreach (var block in blocks.AsSpan().Split(' '))
        {
            if (block.End.Value > block.Start.Value)
                json.WriteStringValue(blocks.AsSpan()[block]);
        }

        json.WriteEndArray();
    }

    internal static void WriteOwner(Utf8JsonWriter json, TokenOwner owner)
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
