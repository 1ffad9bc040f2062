using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.TypeSystem.Printing;

/// <summary>A description as a literal: a block string, unless reading that (section 2.10.4) would give another value.</summary>
internal static class DescriptionText
{
    public static string Of(string description) => SyntaxPrinter.Print(new StringValueNode(default, description, FitsBlockString(description)));

    // Blank lines at both ends and indentation that all lines share would be lost, as would CR; control characters would be there unseen.
    private static bool FitsBlockString(string value)
    {
        if (value.Length == 0)
            return true;
        if (value.AsSpan().ContainsAnyInRange('\0', '\b') || value.AsSpan().IndexOfAny("\v\f\r\u000e\u000f") >= 0)
            return false;
        var lines = value.Split('\n');
        if (IsBlank(lines[0]) || IsBlank(lines[^1]))
            return false;
        return lines.Length == 1 || Array.Exists(lines, line => !IsBlank(line) && line[0] is not (' ' or '\t'));
    }

    private static bool IsBlank(string line) => line.AsSpan().IndexOfAnyExcept(' ', '\t') < 0;
}
