using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language;

namespace GraphQLTokens.Engine.Validation;

/// <summary>Where the lines of a source begin. An error may have thousands of places; counting lines from the top for each would take minutes.</summary>
internal sealed class LineStarts
{
    private readonly List<int> starts = [0];

    public LineStarts(SourceText source)
    {
        var text = source.Text;
        for (var at = 0; at < text.Length; at++)
        {
            // CR, LF and CRLF each end one line (section 2.1.2).
            if (text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n')))
                starts.Add(at + 1);
        }
    }

    public SourceLocation LocationOf(int offset)
    {
        var line = starts.BinarySearch(offset);
        if (line < 0)
            line = ~line - 1;
        return new SourceLocation(line + 1, offset - starts[line] + 1);
    }
}
