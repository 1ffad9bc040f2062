using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GraphQLTokens.Engine.Tests.Vectors;

/// <summary>The text of JSON strings, to the code unit.</summary>
internal static class JsonText
{
    /// <summary>A string's value. System.Text.Json hands out no string that holds half a surrogate pair; this does.</summary>
    public static string Of(JsonElement value)
    {
        var raw = value.GetRawText().AsSpan()[1..^1];
        var text = new StringBuilder(raw.Length);
        for (var backslash = raw.IndexOf('\\'); backslash >= 0; backslash = raw.IndexOf('\\'))
        {
            text.Append(raw[..backslash]);
            var isCode = raw[backslash + 1] == 'u';
            text.Append(isCode ? (char)ushort.Parse(raw.Slice(backslash + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture) : Unescape(raw[backslash + 1]));
            raw = raw[(backslash + (isCode ? 6 : 2))..];
        }

        return text.Append(raw).ToString();
    }

    private static char Unescape(char unit) => unit switch
    {
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => unit,
    };
}
