using System.Text;

namespace GraphQLTokens.Service.Hosting;

/// <summary>
/// RFC 7239 section 4: <c>Forwarded: for=192.0.2.43;proto=https, for="[2001:db8::1]:4711"</c>. A list of elements, each a list of
/// name=value pairs; values are tokens or quoted strings, names are case-insensitive and occur once in an element.
/// </summary>
internal static class ForwardedHeader
{
    private const string TokenPunctuation = "!#$%&'*+-.^_`|~";

    /// <summary>
    /// The <c>for</c> values of one header line from left to right, null where an element has none. A line that breaks the grammar has no
    /// values at all: an open quote in the client's part would otherwise swallow or move what the proxy added behind it.
    /// </summary>
    public static IReadOnlyList<string?> ReadFor(string line)
    {
        var found = new List<string?>();
        var at = 0;
        while (true)
        {
            SkipSpace(line, ref at);
            if (at < line.Length && line[at] != ',')
            {
                if (!TryReadElement(line, ref at, out var node))
                    return [];
                found.Add(node);
            }
            if (at == line.Length)
                return found;
            if (line[at++] != ',')
                return [];
        }
    }

    private static bool TryReadElement(string line, ref int at, out string? node)
    {
        node = null;
        var seen = false;
        while (true)
        {
            if (!TryReadToken(line, ref at, out var name) || at == line.Length || line[at++] != '=' || !TryReadValue(line, ref at, out var value))
                return false;
            if (name.Equals("for", StringComparison.OrdinalIgnoreCase))
            {
                if (seen)
                    return false;
                seen = true;
                node = value;
            }
            SkipSpace(line, ref at);
            if (at == line.Length || line[at] == ',')
                return true;
            if (line[at++] != ';')
                return false;
            SkipSpace(line, ref at);
        }
    }

    private static bool TryReadValue(string line, ref int at, out string value)
    {
        if (at == line.Length || line[at] != '"')
            return TryReadToken(line, ref at, out value);
        var text = new StringBuilder();
        for (at++; at < line.Length; at++)
        {
            if (line[at] == '"')
            {
                at++;
                value = text.ToString();
                return true;
            }
            if (line[at] == '\\' && ++at == line.Length)
                break;
            text.Append(line[at]);
        }
        value = "";
        return false;
    }

    private static bool TryReadToken(string line, ref int at, out string token)
    {
        var start = at;
        while (at < line.Length && (char.IsAsciiLetterOrDigit(line[at]) || TokenPunctuation.Contains(line[at], StringComparison.Ordinal)))
            at++;
        token = line[start..at];
        return at > start;
    }

    private static void SkipSpace(string line, ref int at)
    {
        while (at < line.Length && line[at] is ' ' or '\t')
            at++;
    }
}
