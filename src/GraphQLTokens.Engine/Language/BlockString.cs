using System.Text;

namespace GraphQLTokens.Engine.Language;

/// <summary>Block strings (section 2.9.4): from their text to their value and back.</summary>
internal static class BlockString
{
    internal const string Quotes = "\"\"\"";

    internal const string EscapedQuotes = "\\\"\"\"";

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
        // Not ReplaceLineEndings: that would take NEL, LS and PS for line ends as well.
        var lines = raw.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
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

    private static string DedentLine(ReadOnlySpan<char> line) => IndentOf(line) == line.Length ? "" : line.ToString();

    private static int IndentOf(ReadOnlySpan<char> line)
    {
        var at = line.IndexOfAnyExcept(' ', '\t');
        return at < 0 ? line.Length : at;
    }
}
