using System.Text;

namespace GraphQLTokens.Engine.Language;

/// <summary>Block strings (section 2.10.4): from their text to their value and back.</summary>
internal static class BlockString
{
    internal const string Quotes = "\"\"\"";

    internal const string EscapedQuotes = "\\\"\"\"";

    private const int LongestOnOneLine = 70;

    /// <summary>The value of a block string token that the lexer has accepted, quotes included.</summary>
    public static string Decode(ReadOnlySpan<char> token)
    {
        var raw = token[Quotes.Length..^Quotes.Length];
        return raw.IndexOfAny('\n', '\r') < 0 && raw.IndexOf('\\') < 0 ? DedentLine(raw) : Dedent(raw.ToString().Replace(EscapedQuotes, Quotes, StringComparison.Ordinal));
    }

    /// <summary>
    /// BlockStringValue: takes the indentation that all lines but the first share away from these, then drops the blank lines at both ends.
    /// Line ends become LF.
    /// </summary>
    public static string Dedent(string raw)
    {
        var lines = LinesOf(raw);
        int indent = int.MaxValue, first = -1, last = -1;
        for (var at = 0; at < lines.Length; at++)
        {
            var own = IndentOf(lines[at]);
            if (own == lines[at].Length)
                continue;
            if (first < 0)
                first = at;
            last = at;
            if (at != 0)
                indent = Math.Min(indent, own);
        }

        if (first < 0)
            return "";
        var value = new StringBuilder(raw.Length);
        for (var at = first; at <= last; at++)
        {
            value.Append(at == first ? "" : "\n");
            value.Append(at == 0 ? lines[at] : lines[at].AsSpan(Math.Min(indent, lines[at].Length)));
        }

        return value.ToString();
    }

    /// <summary>
    /// A value as a block string, as graphql-js writes it: on one line where it is short and simple, else with the quotes on lines of their own.
    /// Faithful to values that a block string can hold: no blank first or last line, no indentation common to all lines.
    /// </summary>
    public static string Print(string value)
    {
        var isSingleLine = LinesOf(value).Length == 1;

        // Before the closing quotes, a backslash or a quote would be read with them.
        var takesLines = !isSingleLine || value.Length > LongestOnOneLine || value.EndsWith('\\') || value.EndsWith('"');

        // On a line of its own, a single line would lose the space that it starts with.
        var staysOnFirstLine = !takesLines || (isSingleLine && value[0] is ' ' or '\t');
        return Quotes + (staysOnFirstLine ? "" : "\n") + value.Replace(Quotes, EscapedQuotes, StringComparison.Ordinal) + (takesLines ? "\n" : "") + Quotes;
    }

    /// <summary>CR, LF and CRLF end lines (section 2.1.2); the other characters that .NET would split at do not.</summary>
    private static string[] LinesOf(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');

    private static string DedentLine(ReadOnlySpan<char> line) => IndentOf(line) == line.Length ? "" : line.ToString();

    private static int IndentOf(ReadOnlySpan<char> line)
    {
        var at = line.IndexOfAnyExcept(' ', '\t');
        return at < 0 ? line.Length : at;
    }
}
