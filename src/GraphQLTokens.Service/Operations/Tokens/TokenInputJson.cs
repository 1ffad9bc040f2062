using System.Text.Json;
using System.Xml;

namespace GraphQLTokens.Service.Operations.Tokens;

/// <summary>Writes inputs as the wire names them, for the audit log. No field of theirs is a secret.</summary>
internal static class TokenInputJson
{
    public static void Write(Utf8JsonWriter json, CreateTokenInput input)
    {
        json.WriteStartObject();
        json.WriteString("name", input.Name);
        WriteIfGiven(json, "description", input.Description);
        WriteList(json, "permissions", input.Permissions.Distinct(StringComparer.Ordinal));
        WriteList(json, "allowedCIDRBlocks", input.AllowedCIDRBlocks);
        WriteList(json, "deniedCIDRBlocks", input.DeniedCIDRBlocks);
        if (input.NotBefore is { } notBefore)
            json.WriteString("notBefore", notBefore);
        if (input.Expiry is not null)
            WriteExpiry(json, input.Expiry);
        if (input.RateLimit is not null)
            WriteLimit(json, input.RateLimit);
        WriteIfGiven(json, "metadata", input.Metadata);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, UpdateTokenInput input)
    {
        json.WriteStartObject();
        json.WriteString("id", input.Id);
        if (input.Name.IsSet)
            json.WriteString("name", input.Name.Value);
        if (input.Description.IsSet)
            json.WriteString("description", input.Description.Value);
        if (input.Permissions.IsSet)
            WriteList(json, "permissions", input.Permissions.Value?.Distinct(StringComparer.Ordinal));
        if (input.AllowedCIDRBlocks.IsSet)
            WriteList(json, "allowedCIDRBlocks", input.AllowedCIDRBlocks.Value);
        if (input.DeniedCIDRBlocks.IsSet)
            WriteList(json, "deniedCIDRBlocks", input.DeniedCIDRBlocks.Value);
        if (input.Active is { IsSet: true, Value: { } active })
            json.WriteBoolean("active", active);
        if (input.NotBefore is { IsSet: true, Value: { } notBefore })
            json.WriteString("notBefore", notBefore);
        else if (input.NotBefore.IsSet)
            json.WriteNull("notBefore");
        if (input.Expiry.IsSet)
            WriteExpiry(json, input.Expiry.Value);
        if (input.RateLimit.IsSet)
            WriteLimit(json, input.RateLimit.Value);
        if (input.Metadata.IsSet)
            json.WriteString("metadata", input.Metadata.Value);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, RotateTokenInput input)
    {
        json.WriteStartObject();
        json.WriteString("id", input.Id ?? TokenReference.Self);
        if (input.Overlap is { } overlap)
            json.WriteString("overlap", XmlConvert.ToString(overlap));
        if (input.RetireOnFirstUse is { } retireOnFirstUse)
            json.WriteBoolean("retireOnFirstUse", retireOnFirstUse);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, CancelRotationInput input)
    {
        json.WriteStartObject();
        json.WriteString("id", input.Id ?? TokenReference.Self);
        json.WriteString("keep", input.Keep switch
        {
            RotationSide.New => "NEW",
            RotationSide.Previous => "PREVIOUS",
        });
        json.WriteEndObject();
    }

    public static void WriteId(Utf8JsonWriter json, string? id)
    {
        json.WriteStartObject();
        json.WriteString("id", id ?? TokenReference.Self);
        json.WriteEndObject();
    }

    private static void WriteIfGiven(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string>? texts)
    {
        if (texts is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WriteLimit(Utf8JsonWriter json, RateLimitInput? limit)
    {
        if (limit is null)
        {
            json.WriteNull("rateLimit");
            return;
        }
        json.WriteStartObject("rateLimit");
        json.WriteNumber("limit", limit.Limit);
        json.WriteNumber("windowSeconds", limit.Window.TotalSeconds);
        json.WriteEndObject();
    }

    private static void WriteExpiry(Utf8JsonWriter json, ExpiryInput? expiry)
    {
        if (expiry is null)
        {
            json.WriteNull("expiry");
            return;
        }
        json.WriteStartObject("expiry");
        if (expiry.At is { } at)
            json.WriteString("at", at);
        if (expiry.After is { } after)
            json.WriteNumber("afterSeconds", after.TotalSeconds);
        if (expiry.Never)
            json.WriteBoolean("never", true);
        json.WriteEndObject();
    }
}
