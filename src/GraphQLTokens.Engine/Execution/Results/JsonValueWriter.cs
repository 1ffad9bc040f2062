using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GraphQLTokens.Engine.Execution.Results;

/// <summary>
/// Leaf values as JSON: what scalars serialise to, and what `extensions` may hold. Values that JSON has, lists and maps of them, and values with one text
/// of their own (dates by ISO 8601, bytes by base64). Any other object is refused, since its text is made for a log and may tell what no client is to see.
/// </summary>
internal static class JsonValueWriter
{
    // Collections that nest deeper, or hold themselves.
    private const int MaxDepth = 64;

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
            case BigInteger number:
                writer.WriteRawValue(number.ToString(CultureInfo.InvariantCulture));
                break;
            case JsonElement json:
                json.WriteTo(writer);
                break;
            case JsonDocument json:
                json.WriteTo(writer);
                break;
            case JsonNode json:
                json.WriteTo(writer);
                break;
            case IEnumerable<KeyValuePair<string, object?>> map:
                WriteMap(writer, map);
                break;
            case IDictionary map:
                WriteMap(writer, map);
                break;
            case byte[] bytes:
                writer.WriteBase64StringValue(bytes);
                break;
            case IEnumerable items:
                writer.WriteStartArray();
                foreach (var item in items)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case DateTimeOffset instant:
                writer.WriteStringValue(instant);
                break;
            case DateTime instant:
                writer.WriteStringValue(instant);
                break;
            default:
                writer.WriteStringValue(TextOf(value));
                break;
        }
    }

    /// <summary>Whether <see cref="Write"/> will take the value: JSON has no number that is infinite or none, and no value that is nothing at all.</summary>
    public static bool CanWrite(object? value) => CanWrite(value, MaxDepth);

    public static void WriteMap(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, object?>> map)
    {
        writer.WriteStartObject();
        foreach (var (name, item) in map)
        {
            writer.WritePropertyName(name);
            Write(writer, item);
        }

        writer.WriteEndObject();
    }

    private static void WriteMap(Utf8JsonWriter writer, IDictionary map)
    {
        writer.WriteStartObject();
        foreach (DictionaryEntry entry in map)
        {
            writer.WritePropertyName((string)entry.Key);
            Write(writer, entry.Value);
        }

        writer.WriteEndObject();
    }

    private static bool CanWrite(object? value, int depth) => value switch
    {
        null or string => true,
        double number => double.IsFinite(number),
        float number => float.IsFinite(number),
        JsonElement json => json.ValueKind != JsonValueKind.Undefined,
        JsonDocument => true,
        JsonObject map => depth > 0 && map.All(item => CanWrite(item.Value, depth - 1)),
        JsonValue leaf => !leaf.TryGetValue<double>(out var number) || double.IsFinite(number),
        IEnumerable<KeyValuePair<string, object?>> map => depth > 0 && map.All(item => CanWrite(item.Value, depth - 1)),
        IDictionary map => depth > 0 && map.Keys.Cast<object>().All(key => key is string) && map.Values.Cast<object?>().All(item => CanWrite(item, depth - 1)),
        IEnumerable items => depth > 0 && items.Cast<object?>().All(item => CanWrite(item, depth - 1)),
        bool or DateTimeOffset or DateTime => true,
        _ => TextOf(value) is not null,
    };

    private static string? TextOf(object value) => value switch
    {
        Enum or Uri or char => value.ToString(),
        DateOnly or TimeOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
        IFormattable text => text.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };
}
