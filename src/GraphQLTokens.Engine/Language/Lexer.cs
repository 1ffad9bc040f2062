namespace GraphQLTokens.Engine.Language;

/// <summary>
/// Cuts a document into tokens (section 2.1): the longest token at each place, with commas, white space, line ends, comments and
/// byte order marks passed over. It judges a token whole before it hands it on, and allocates nothing.
/// </summary>
internal ref partial struct Lexer(SourceText source)
{
    private readonly SourceText _source = source;
    private readonly ReadOnlySpan<char> _text = source.Text;
    private int _at;

    /// <summary>The next token; at the end of the text, <see cref="TokenKind.EndOfFile"/> each time.</summary>
    public SyntaxToken Next()
    {
        var text = _text;
        var at = _at;
        while ((uint)at < (uint)text.Length)
        {
            switch (text[at])
            {
                case ' ' or '\n' or ',' or '\r' or '\t' or '\uFEFF':
                    at++;
                    continue;
                case '#':
                    at = EndOfComment(text, at);
                    continue;
                case >= 'a' and <= 'z' or >= 'A' and <= 'Z' or '_':
                    return Name(text, at);
                case '{':
                    return Punctuator(TokenKind.BraceLeft, at);
                case '}':
                    return Punctuator(TokenKind.BraceRight, at);
                case '(':
                    return Punctuator(TokenKind.ParenLeft, at);
                case ')':
                    return Punctuator(TokenKind.ParenRight, at);
                case ':':
                    return Punctuator(TokenKind.Colon, at);
                case '$':
                    return Punctuator(TokenKind.Dollar, at);
                case '!':
                    return Punctuator(TokenKind.Bang, at);
                case '@':
                    return Punctuator(TokenKind.At, at);
                case '[':
                    return Punctuator(TokenKind.BracketLeft, at);
                case ']':
                    return Punctuator(TokenKind.BracketRight, at);
                case '=':
                    return Punctuator(TokenKind.Equals, at);
                case '|':
                    return Punctuator(TokenKind.Pipe, at);
                case '&':
                    return Punctuator(TokenKind.Ampersand, at);
                case '.' when text[at..].StartsWith("..."):
                    return Take(TokenKind.Spread, at, at + 3);
                case '"':
                    return text[at..].StartsWith("\"\"\"") ? BlockStringToken(text, at) : StringToken(text, at);
                case '-' or >= '0' and <= '9':
                    return Number(text, at);
                default:
                    throw UnexpectedCharacter(at);
            }
        }

        return Take(TokenKind.EndOfFile, text.Length, text.Length);
    }

    /// <summary>Whether a name may start so (section 2.1.9).</summary>
    private static bool IsNameStart(char unit) => char.IsAsciiLetter(unit) || unit == '_';

    /// <summary>
    /// The length of the character at an offset in code units; 0 for a surrogate that stands alone, which is no character
    /// (section 2.1: source text is a sequence of Unicode scalar values).
    /// </summary>
    private static int CharacterLength(ReadOnlySpan<char> text, int at)
    {
        if (!char.IsSurrogate(text[at]))
            return 1;
        return at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 0;
    }

    /// <summary>A comment runs to the end of its line (section 2.1.4), or to what is no character, for the caller to refuse.</summary>
    private static int EndOfComment(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is not ('\n' or '\r'))
        {
            var length = CharacterLength(text, at);
            if (length == 0)
                break;
            at += length;
        }

        return at;
    }

    private SyntaxToken Punctuator(TokenKind kind, int start) => Take(kind, start, start + 1);

    private SyntaxToken Take(TokenKind kind, int start, int end)
    {
        _at = end;
        return new SyntaxToken(kind, start, end);
    }

    private SyntaxToken Name(ReadOnlySpan<char> text, int start)
    {
        var at = start + 1;
        while ((uint)at < (uint)text.Length && (IsNameStart(text[at]) || char.IsAsciiDigit(text[at])))
            at++;
        return Take(TokenKind.Name, start, at);
    }

    private readonly SyntaxException UnexpectedCharacter(int at)
    {
        if (_text[at] == '\'')
            return SyntaxError.At(_source, at, "Unexpected single quote character ('), did you mean to use a double quote (\")?");
        var judgement = CharacterLength(_text, at) == 0 ? "Invalid" : "Unexpected";
        return SyntaxError.At(_source, at, $"{judgement} character: {SyntaxError.DescribeCharacter(_source.Text, at)}.");
    }
}
