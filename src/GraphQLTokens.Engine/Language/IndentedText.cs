using System.Text;

namespace GraphQLTokens.Engine.Language;

/// <summary>Text under construction whose lines begin with the indentation that holds when they are begun.</summary>
internal sealed class IndentedText
{
    private const int Step = 2;

    private readonly StringBuilder _text = new();
    private int _indent;
    private int _lineEnds;

    /// <summary>A place to measure from, or to go back to.</summary>
    internal readonly record struct Place(int Length, int LineEnds);

    public Place Here => new(_text.Length, _lineEnds);

    public IndentedText Append(char unit)
    {
        _text.Append(unit);
        return this;
    }

    /// <summary>Adds text of one line.</summary>
    public IndentedText Append(ReadOnlySpan<char> text)
    {
        _text.Append(text);
        return this;
    }

    /// <summary>Adds text that may hold line ends (LF): each is followed by the indentation, blank lines included.</summary>
    public void AppendLines(ReadOnlySpan<char> text)
    {
        for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n'))
        {
            Append(text[..end]).Line();
            text = text[(end + 1)..];
        }

        Append(text);
    }

    public IndentedText Line()
    {
        _text.Append('\n').Append(' ', _indent);
        _lineEnds++;
        return this;
    }

    public void Indent() => _indent += Step;

    public void Outdent() => _indent -= Step;

    /// <summary>How many code units were added since a place, indentation not counted (it must be what it was then).</summary>
    public int LengthSince(Place place) => _text.Length - place.Length - (_indent * (_lineEnds - place.LineEnds));

    public bool HasLineEndSince(Place place) => _lineEnds != place.LineEnds;

    /// <summary>Takes away what was added since a place.</summary>
    public void GoBack(Place place)
    {
        _text.Length = place.Length;
        _lineEnds = place.LineEnds;
    }

    public override string ToString() => _text.ToString();
}
