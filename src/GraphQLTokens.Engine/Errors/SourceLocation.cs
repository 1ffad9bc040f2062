namespace GraphQLTokens.Engine.Errors;

/// <summary>A place in a document. Lines and columns start at 1 and columns count UTF-16 code units (section 7.1.6).</summary>
public readonly record struct SourceLocation(int Line, int Column) : IComparable<SourceLocation>
{
    /// <summary>Orders by line, then by column.</summary>
    public int CompareTo(SourceLocation other) => Line != other.Line ? Line.CompareTo(other.Line) : Column.CompareTo(other.Column);

    public static bool operator <(SourceLocation left, SourceLocation right) => left.CompareTo(right) < 0;
    public static bool operator >(SourceLocation left, SourceLocation right) => left.CompareTo(right) > 0;
    public static bool operator <=(SourceLocation left, SourceLocation right) => left.CompareTo(right) <= 0;
    public static bool operator >=(SourceLocation left, SourceLocation right) => left.CompareTo(right) >= 0;
}
