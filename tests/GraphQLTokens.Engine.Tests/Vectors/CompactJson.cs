using System.Globalization;
using System.Text;
using System.Text.Json;
using GraphQLTokens.Engine.TypeSystem.Coercion;

namespace GraphQLTokens.Engine.Tests.Vectors;

/// <summary>
/// Coerced arguments as the vectors write them: in the order of the definitions, absent ones left out, no white space, no escapes but those that
/// JSON asks for, numbers as JavaScript prints them. System.Text.Json escapes more, whatever it is told.
/// </summary>
internal static class CompactJson
{
    public static string Of(InputValues arguments)
    {
        var text = new StringBuilder();
        Write(text, arguments);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case InputValues values:
                var given = values.Definitions.Where(definition => values.TryGet(definition.Name, out _));
                WriteObject(text, given.Select(definition => (definition.Name, values.TryGet(definition.Name, out var inner) ? inner : null)));
                break;
            case JsonElement { ValueKind: JsonValueKind.Object } map:
                WriteObject(text, map.EnumerateObject().Select(member => (member.Name, (object?)member.Value)));
                break;
            case JsonElement { ValueKind: JsonValueKind.Array } list:
                WriteList(text, list.EnumerateArray().Cast<object?>());
                break;
            case object?[] items:
                WriteList(text, items);
                break;
            case JsonElement { ValueKind: JsonValueKind.String } element:
                WriteString(text, JsonText.Of(element));
                break;
            case JsonElement { ValueKind: JsonValueKind.Number } element:
                text.Append(Number(element.GetDouble()));
                break;
            case double number:
                text.Append(Number(number));
                break;
            case string unquoted:
                WriteString(text, unquoted);
                break;
            default:
                text.Append(JsonSerializer.Serialize(value));
                break;
        }
    }

    private static void WriteObject(StringBuilder text, IEnumerable<(string Name, object? Value)> members)
    {
        text.Append('{');
        var separator = "";
        foreach (var (name, value) in members)
        {
            text.Append(separator);
            WriteString(text, name);
            text.Append(':');
            Write(text, value);
            separator = ",";
        }

        text.Append('}');
    }

    private static void WriteList(StringBuilder text, IEnumerable<object?> items)
    {
        text.Append('[');
        var separator = "";
        foreach (var item in items)
        {
            text.Append(separator);
            Write(text, item);
            separator = ",";
        }

        text.Append(']');
    }

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var unit in value)
        {
            text.Append(unit switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\f' => "\\f",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' => $"\\u{(int)unit:x4}",
                _ => unit.ToString(),
            });
        }

        text.Append('"');
    }

    // JavaScript writes exponents only from 1e21 on and below 1e-6, and knows no negative zero here.
    private static string Number(double value)
    {
        if (value == 0)
            return "0";
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        if (!shortest.Contains('E', StringComparison.Ordinal))
            return shortest;
        if (Math.Abs(value) is >= 1e-6 and < 1e21)
            return decimal.Parse(shortest, NumberStyles.Float, CultureInfo.InvariantCulture).ToString("0.############################", CultureInfo.InvariantCulture);
        return shortest.Replace("E+0", "e+", StringComparison.Ordinal).Replace("E-0", "e-", StringComparison.Ordinal).Replace('E', 'e');
    }
}
