using System.Buffers;
using System.Text.Json;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations;
using GraphQLTokens.Service.Operations.Verification;

namespace GraphQLTokens.Service.Rest.Verification;

/// <summary>
/// The body of a verification, read in one pass without a document in between: this is the request that relying services send for each of theirs.
/// <code>
/// {"value": "gqt_...", "ipAddress": "203.0.113.9", "require": {"anyOf": [{"permission": "AlertRead"}, ...]}, "cost": 1}
/// {"items": [{"value": ...}, ...]}
/// </code>
/// What is not known here is refused: a misspelt <c>require</c> must not verify anybody.
/// </summary>
internal static class VerifyBody
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 64 };

    /// <summary>Exactly one of the two is there, unless there is a fault.</summary>
    /// <exception cref="JsonException">The body is no JSON.</exception>
    public static InputFault? Read(in ReadOnlySequence<byte> body, out VerifyTokenInput? one, out List<VerifyTokenInput>? many)
    {
        (one, many) = (null, null);
        var json = new Utf8JsonReader(body, Options);
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
            return new InputFault("body", "must be a JSON object");
        json.Read();
        InputFault? fault;
        if (json.TokenType != JsonTokenType.PropertyName || !json.ValueTextEquals("items"u8))
        {
            fault = ReadItem(ref json, out one);
        }
        else
        {
            fault = ReadItems(ref json, out many);
            if (fault is null && json.Read() && json.TokenType != JsonTokenType.EndObject)
                fault = new InputFault("items", "must be the only member");
        }
        // Whatever else follows throws.
        if (fault is null)
            json.Read();
        return fault;
    }

    private static InputFault? ReadItems(ref Utf8JsonReader json, out List<VerifyTokenInput> items)
    {
        items = [];
        json.Read();
        if (json.TokenType != JsonTokenType.StartArray)
            return new InputFault("items", "must be a list");
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType != JsonTokenType.StartObject)
                return new InputFault($"items[{items.Count}]", "must be an object");
            json.Read();
            if (ReadItem(ref json, out var item) is { } fault)
                return fault with { Field = $"items[{items.Count}].{fault.Field}" };
            items.Add(item!);
        }
        return null;
    }

    /// <summary>From the first name, or the end of the object, to its end.</summary>
    private static InputFault? ReadItem(ref Utf8JsonReader json, out VerifyTokenInput? item)
    {
        item = null;
        string? value = null, address = null;
        PermissionCondition? condition = null;
        int? cost = 1;
        var seen = Members.None;
        for (; json.TokenType == JsonTokenType.PropertyName; json.Read())
        {
            var member = json.ValueTextEquals("value"u8) ? Members.Value
                : json.ValueTextEquals("ipAddress"u8) ? Members.Address
                : json.ValueTextEquals("require"u8) ? Members.Require
                : json.ValueTextEquals("cost"u8) ? Members.Cost
                : Members.None;
            if (Once(ref json, member, ref seen) is { } unwanted)
                return unwanted;
            var fault = member switch
            {
                Members.Value => ReadText(ref json, "value", false, out value),
                Members.Address => ReadText(ref json, "ipAddress", true, out address),
                Members.Require => ReadRequired(ref json, out condition),
                _ => ReadCost(ref json, out cost),
            };
            if (fault is not null)
                return fault;
        }
        if (value is null)
            return new InputFault("value", "is required");
        item = new VerifyTokenInput { Value = value, IpAddress = address, Require = condition, Cost = cost };
        return null;
    }

    private static InputFault? ReadRequired(ref Utf8JsonReader json, out PermissionCondition? condition)
    {
        condition = null;
        if (json.TokenType == JsonTokenType.Null)
            return null;
        return ReadCondition(ref json, 1, out condition) is { } fault ? Within("require", fault) : null;
    }

    private static InputFault? ReadCondition(ref Utf8JsonReader json, int depth, out PermissionCondition? condition)
    {
        condition = null;
        if (json.TokenType != JsonTokenType.StartObject)
            return new InputFault("", "must be an object");
        if (depth > PermissionCondition.MaxDepth)
            return new InputFault("", $"nests deeper than {PermissionCondition.MaxDepth} levels");
        string? permission = null;
        List<PermissionCondition>? all = null, any = null;
        var seen = Members.None;
        for (json.Read(); json.TokenType == JsonTokenType.PropertyName; json.Read())
        {
            var member = json.ValueTextEquals("permission"u8) ? Members.Permission
                : json.ValueTextEquals("allOf"u8) ? Members.AllOf
                : json.ValueTextEquals("anyOf"u8) ? Members.AnyOf
                : Members.None;
            if (Once(ref json, member, ref seen) is { } unwanted)
                return unwanted;
            var fault = member switch
            {
                Members.Permission => ReadText(ref json, "permission", false, out permission),
                Members.AllOf => ReadConditions(ref json, "allOf", depth, out all),
                _ => ReadConditions(ref json, "anyOf", depth, out any),
            };
            if (fault is not null)
                return fault;
        }
        condition = new PermissionCondition { Permission = permission, AllOf = all, AnyOf = any };
        return null;
    }

    private static InputFault? ReadConditions(ref Utf8JsonReader json, string name, int depth, out List<PermissionCondition>? conditions)
    {
        conditions = [];
        if (json.TokenType != JsonTokenType.StartArray)
            return new InputFault(name, "must be a list");
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (ReadCondition(ref json, depth + 1, out var condition) is { } fault)
                return Within($"{name}[{conditions.Count}]", fault);
            conditions.Add(condition!);
        }
        return null;
    }

    private static InputFault? ReadText(ref Utf8JsonReader json, string name, bool mayBeNull, out string? text)
    {
        text = null;
        if (json.TokenType == JsonTokenType.Null)
            return mayBeNull ? null : new InputFault(name, "cannot be null");
        if (json.TokenType != JsonTokenType.String)
            return new InputFault(name, "must be a string");
        try
        {
            text = json.GetString();
            return null;
        }
        catch (InvalidOperationException)
        {
            // A string with a lone surrogate is JSON, and no text.
            return new InputFault(name, "must be a string");
        }
    }

    private static InputFault? ReadCost(ref Utf8JsonReader json, out int? cost)
    {
        cost = null;
        if (json.TokenType == JsonTokenType.Null)
            return null;
        if (json.TokenType != JsonTokenType.Number || !json.TryGetInt32(out var read))
            return new InputFault("cost", "must be a whole number");
        cost = read;
        return null;
    }

    /// <summary>Goes on to the value of a member that is known and has not been there before.</summary>
    private static InputFault? Once(ref Utf8JsonReader json, Members member, ref Members seen)
    {
        if (member == Members.None || (seen & member) != 0)
            return new InputFault(Shown(ref json), member == Members.None ? "is not known here" : "is given more than once");
        seen |= member;
        json.Read();
        return null;
    }

    private static string Shown(ref Utf8JsonReader json)
    {
        try
        {
            return TokenValueMask.Apply(json.GetString()!) is var name && name.Length <= 64 ? name : name[..64] + "...";
        }
        catch (InvalidOperationException)
        {
            return "a name";
        }
    }

    private static InputFault Within(string name, InputFault fault) => fault with { Field = fault.Field.Length == 0 ? name : $"{name}.{fault.Field}" };

    [Flags]
    private enum Members
    {
        None = 0,
        Value = 1,
        Address = 2,
        Require = 4,
        Cost = 8,
        Permission = 16,
        AllOf = 32,
        AnyOf = 64,
    }
}
