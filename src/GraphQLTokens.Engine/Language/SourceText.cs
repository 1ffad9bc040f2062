using GraphQLTokens.Engine.Errors;

namespace GraphQLTokens.Engine.Language;

/// <summary>A document as text, with the name that errors and start-up messages call it by.</summary>
public sealed class SourceText(string text, string name = "GraphQL request")
{
    public string Text { get; } = text;

    public string Name { get; } = name;

    /// <summary>The line and column of an offset. CR, LF and CRLF each end one line (section 2.1.2).</summary>
    /// <param name="offset">In UTF-16 code units from 0; up to and including the length of the text.</param>
    public SourceLocation LocationOf(int offset)
    {
        int line = 1, lineStart = 0;
        for (var at = 0; at < offset; at++)
        {
            var unit = Text[at];
            if (unit != '\n' && unit != '\r')
                continue;
            if (unit == '\r' && at + 1 < Text.Length && Text[at + 1] == '\n')
            {
                if (at + 1 >= offset)
                    break;
                at++;
            }

            line++;
            lineStart = at + 1;
        }

        return new SourceLocation(line, offset - lineStart + 1);
    }
}
