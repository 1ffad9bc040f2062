using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace GraphQLTokens.Engine.Execution.Results;

/// <summary>Leaf values as JSON: what scalars serialise to, and what `extensions` may hold.</summary>
internal static class JsonValueWriter
{
    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case Guid id:
                writer.WriteStringValue(id);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case float number:
                writer.WriteNumberValue(number);
                break;
            case ulong number:
                writer.WriteNumberValue(number);
                break;
            case uint or ushort or short or byte or sbyte:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case JsonElement json:
                json.WriteTo(writer);
                break;
            case IReadOnlyDictionary<string, object?> map:
                WriteMap(writer, map);
                break;
            case IEnumerable items:
                writer.WriteStartArray();
                foreach (var item in items)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    /// <summary>Whether <see cref="Write"/> will take the value: JSON has no number that is infinite or none, and no value that is nothing at all.</summary>
    public static bool CanWrite(object? value) => value switch
    {
        null or string => true,
        double number => double.IsFinite(number),
        float number => float.IsFinite(number),
        JsonElement json => json.ValueKind != JsonValueKind.Undefined,
        IReadOnlyDictionary<string, object?> map => map.Values.All(CanWrite),
        IEnumerable items => items.Cast<object?>().All(CanWrite),
        _ => true,
    };

    public static void WriteMap(Utf8JsonWriter writer, IReadOnlyDictionary<string, object?> map)
    {
        writer.WriteStartObject();
        foreach (var (name, item) in map)
        {
            writer.WritePropertyName(name);
            Write(writer, item);
        }

        writer.WriteEndObject();
    }
}
