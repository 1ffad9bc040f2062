using System.Text.Json;
using GraphQLTokens.Engine.TypeSystem.Coercion;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Execution.Coercion;

/// <summary>JSON to coerced values (the input coercion parts of sections 3.5 to 3.12). Nested as deep as the JSON reader let it be.</summary>
internal static class JsonCoercion
{
    public static bool TryCoerce(JsonElement json, GraphQLType type, out object? value, out JsonFault fault)
    {
        value = null;
        fault = default;
        if (json.ValueKind == JsonValueKind.Null)
            return !type.IsNonNull || Refuse($"Expected non-nullable type \"{type}\" not to be null.", out fault);
        switch (type.NullableType)
        {
            case ListType list:
                return TryList(json, list, out value, out fault);
            case InputObjectType input:
                return TryInputObject(json, input, out value, out fault);
            case EnumType @enum:
                return TryEnum(json, @enum, out value, out fault);
            case ScalarType scalar:
                if (scalar.Coercion.TryCoerceJson(json, out value, out var error))
                    return true;
                return Refuse(error ?? $"Expected type \"{scalar.Name}\".", out fault);
            default:
                return Refuse($"\"{type}\" is no input type.", out fault);
        }
    }

    // Section 3.11: a value that is no list is a list of one.
    private static bool TryList(JsonElement json, ListType type, out object? value, out JsonFault fault)
    {
        value = null;
        if (json.ValueKind != JsonValueKind.Array)
        {
            if (!TryCoerce(json, type.ItemType, out var only, out fault))
                return false;
            value = new[] { only };
            return true;
        }

        fault = default;
        var items = new object?[json.GetArrayLength()];
        var index = 0;
        foreach (var item in json.EnumerateArray())
        {
            if (!TryCoerce(item, type.ItemType, out items[index], out fault))
            {
                fault = fault.InItem(index);
                return false;
            }

            index++;
        }

        value = items;
        return true;
    }

    private static bool TryInputObject(JsonElement json, InputObjectType type, out object? value, out JsonFault fault)
    {
        value = null;
        if (json.ValueKind != JsonValueKind.Object)
            return Refuse($"Expected type \"{type.Name}\" to be an object.", out fault);

        fault = default;
        var slots = new object?[type.Fields.Count];
        Array.Fill(slots, InputValues.Absent);
        foreach (var member in json.EnumerateObject())
        {
            var index = type.Fields.IndexOf(member.Name);
            if (index < 0)
                return Refuse($"Field \"{Short(member.Name)}\" is not defined by type \"{type.Name}\".", out fault);
            if (!TryCoerce(member.Value, type.Fields[index].Type, out slots[index], out fault))
            {
                fault = fault.InField(member.Name);
                return false;
            }
        }

        if (!InputObjectRules.TryComplete(type, slots))
            return Refuse(Incomplete(type, slots), out fault);
        value = new InputValues(type.Fields, slots);
        return true;
    }

    private static string Incomplete(InputObjectType type, object?[] slots)
    {
        if (type.IsOneOf)
            return $"Exactly one key must be specified for OneOf type \"{type.Name}\", and not null.";
        var missing = type.Fields.Where((field, index) => field.IsRequired && ReferenceEquals(slots[index], InputValues.Absent)).First();
        return $"Field \"{missing.Name}\" of required type \"{missing.Type}\" was not provided.";
    }

    private static bool TryEnum(JsonElement json, EnumType type, out object? value, out JsonFault fault)
    {
        value = null;
        fault = default;
        if (json.ValueKind != JsonValueKind.String)
            return Refuse($"Enum \"{type.Name}\" cannot represent non-string value: {Short(json.GetRawText())}.", out fault);
        var name = json.GetString()!;
        if (!type.Values.TryGet(name, out var known))
            return Refuse($"Value \"{Short(name)}\" does not exist in \"{type.Name}\" enum.", out fault);
        value = known.Name;
        return true;
    }

    private static string Short(string text) => text.Length <= 100 ? text : string.Concat(text.AsSpan(0, 100), "...");

    private static bool Refuse(string words, out JsonFault fault)
    {
        fault = new JsonFault(words);
        return false;
    }
}
