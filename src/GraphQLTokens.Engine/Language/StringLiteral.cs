using System.Globalization;
using System.Text;

namespace GraphQLTokens.Engine.Language;

/// <summary>
/// A quoted string's text and its value (section 2.10.4).
/// <list type="table">
/// <item><term><c>\" \\ \/ \b \f \n \r \t</c></term><description>one character</description></item>
/// <item><term><c>&#92;u00E9</c></term><description>four hexadecimal digits: a code point outside the surrogates</description></item>
/// <item><term><c>&#92;uD83D&#92;uDE00</c></term><description>a leading and a trailing surrogate: one code point</description></item>
/// <item><term><c>&#92;u{1F600}</c></term><description>one code point, any number of digits up to eight</description></item>
/// </list>
/// </summary>
internal static class StringLiteral
{
    /// <summary>An escape's value and how many code units it takes; where it is not valid, how many of them a message shows.</summary>
    internal readonly record struct Escape(bool IsValid, Rune Value, int Length);

    /// <summary>The value of a string token that the lexer has accepted, quotes included.</summary>
    public static string Decode(ReadOnlySpan<char> token)
    {
        var rest = token[1..^1];
        var backslash = rest.IndexOf('\\');
        if (backslash < 0)
            return rest.ToString();

        // No escape stands for more code units than it is written with.
        var value = new StringBuilder(rest.Length);
        for (; backslash >= 0; backslash = rest.IndexOf('\\'))
        {
            value.Append(rest[..backslash]);
            var escape = ReadEscape(rest[backslash..]);
            value.Append(escape.Value.ToString());
            rest = rest[(backslash + escape.Length)..];
        }

        return value.Append(rest).ToString();
    }

    /// <summary>A value as a quoted string: quote, backslash and control characters (C0, DEL, C1) escaped, all else as it stands.</summary>
    public static string Print(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var unit in value)
        {
            _ = unit switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                _ when char.IsControl(unit) => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:X4}"),
                _ => text.Append(unit),
            };
        }

        return text.Append('"').ToString();
    }

    /// <summary>Reads the escape that a text starts with.</summary>
    public static Escape ReadEscape(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("\\u{"))
            return ReadBraced(text);
        if (text.StartsWith("\\u"))
            return ReadFixed(text);
        var unit = text.Length < 2 ? '\0' : text[1] switch
        {
            '"' => '"',
            '\\' => '\\',
            '/' => '/',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => '\0',
        };
        return new Escape(unit != '\0', new Rune(unit), 2);
    }

    private static Escape ReadFixed(ReadOnlySpan<char> text)
    {
        const int Length = 6;
        if (!TryHex(text, 2, out var unit))
            return Invalid(Length);
        if (!char.IsSurrogate(unit))
            return new Escape(true, new Rune(unit), Length);
        return text[Length..].StartsWith("\\u") && TryHex(text, Length + 2, out var second) && Rune.TryCreate(unit, second, out var pair)
            ? new Escape(true, pair, 2 * Length)
            : Invalid(Length);
    }

    private static Escape ReadBraced(ReadOnlySpan<char> text)
    {
        const int FirstDigit = 3, MostDigits = 8;
        uint point = 0;
        for (var at = FirstDigit; at < text.Length; at++)
        {
            if (text[at] == '}' && at > FirstDigit && Rune.TryCreate(point, out var value))
                return new Escape(true, value, at + 1);
            if (at == FirstDigit + MostDigits || !char.IsAsciiHexDigit(text[at]))
                return Invalid(at + 1);
            point = (point << 4) | HexDigit(text[at]);
        }

        return Invalid(text.Length);
    }

    private static uint HexDigit(char digit) => (uint)(char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10);

    private static bool TryHex(ReadOnlySpan<char> text, int at, out char unit)
    {
        unit = '\0';
        if (text.Length < at + 4 || !ushort.TryParse(text.Slice(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            return false;
        unit = (char)value;
        return true;
    }

    private static Escape Invalid(int shown) => new(false, default, shown);
}
