using Microsoft.Extensions.Primitives;

namespace GraphQLTokens.Engine.Transports.Http;

/// <summary>RFC 9110, section 5.6.1: the members of a list header stand between commas; a comma inside a quoted string parts nothing.</summary>
internal static class HeaderList
{
    /// <summary>The members in order, trimmed, without the empty ones that the RFC has us ignore. Not yet judged as anything.</summary>
    public static IEnumerable<StringSegment> Split(StringValues header)
    {
        foreach (var line in header)
        {
            var rest = new StringSegment(line ?? "");
            while (rest.Length > 0)
            {
                var end = EndOfMember(rest.AsSpan());
                var member = rest.Subsegment(0, end).Trim();
                if (member.Length > 0)
                    yield return member;
                rest = rest.Subsegment(Math.Min(end + 1, rest.Length));
            }
        }
    }

    private static int EndOfMember(ReadOnlySpan<char> text)
    {
        var quoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case ',' when !quoted:
                    return at;
                case '"':
                    quoted = !quoted;
                    break;
                case '\\' when quoted:
                    at++;
                    break;
            }
        }

        return text.Length;
    }
}
