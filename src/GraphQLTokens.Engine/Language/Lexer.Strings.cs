namespace GraphQLTokens.Engine.Language;

internal ref partial struct Lexer
{
    /// <summary>Section 2.10.4: a string ends on its line, and each escape in it must name one Unicode scalar value.</summary>
    private void StringToken(ReadOnlySpan<char> text, int start)
    {
        var at = start + 1;
        while (at < text.Length && text[at] is not ('\n' or '\r'))
        {
            if (text[at] == '"')
            {
                Take(TokenKind.String, start, at + 1);
                return;
            }
            at += text[at] == '\\' ? EscapeLength(text, at) : CharacterWithinString(text, at);
        }

        throw SyntaxError.At(_source, at, "Unterminated string.");
    }

    /// <summary>Section 2.10.4: between triple quotes anything stands for itself, save <c>\"""</c>.</summary>
    private void BlockStringToken(ReadOnlySpan<char> text, int start)
    {
        var at = start + 3;
        while (at < text.Length)
        {
            if (text[at] == '"' && text[at..].StartsWith("\"\"\""))
            {
                Take(TokenKind.BlockString, start, at + 3);
                return;
            }
            at += text[at] == '\\' && text[at..].StartsWith(BlockString.EscapedQuotes)
                ? BlockString.EscapedQuotes.Length
                : CharacterWithinString(text, at);
        }

        throw SyntaxError.At(_source, at, "Unterminated string.");
    }

    private readonly int CharacterWithinString(ReadOnlySpan<char> text, int at)
    {
        var length = CharacterLength(text, at);
        return length != 0
            ? length
            : throw SyntaxError.At(_source, at, $"Invalid character within String: {SyntaxError.DescribeCharacter(_source.Text, at)}.");
    }

    private readonly int EscapeLength(ReadOnlySpan<char> text, int at)
    {
        var escape = StringLiteral.ReadEscape(text[at..]);
        if (escape.IsValid)
            return escape.Length;
        var kind = text[at..].StartsWith("\\u") ? "Unicode" : "character";
        var end = Math.Min(text.Length, at + escape.Length);
        throw SyntaxError.At(_source, at, $"Invalid {kind} escape sequence: \"{text[at..end]}\".");
    }
}
