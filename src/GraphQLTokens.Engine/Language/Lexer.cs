namespace GraphQLTokens.Engine.Language;

/// <summary>
/// Cuts a document into tokens (section 2.1): the longest token at each place, with commas, white space, line ends, comments and
/// byte order marks passed over. It judges a token whole before it hands it on, and allocates nothing.
/// </summary>
internal ref partial struct Lexer(SourceText source)
{
    private readonly SourceText _source = source;
    private readonly ReadOnlySpan<char> _text = source.Text;

    /// <summary>What the current token is; <see cref="TokenKind.EndOfFile"/> before the first and after the last.</summary>
    public TokenKind Kind { get; private set; }

    /// <summary>Where the current token starts.</summary>
    public int Start { get; private set; }

    /// <summary>Where the current token ends, which is where the search for the next begins.</summary>
    public int End { get; private set; }

    /// <summary>The current token apart from the lexer, which keeps its parts as fields: a struct copied at each step costs a fifth of parsing.</summary>
    public readonly SyntaxToken Token => new(Kind, Start, End);

    /// <summary>The current token as it is written.</summary>
    public readonly ReadOnlySpan<char> Text => _text[Start..End];

    /// <summary>Goes to the next token; at the end of the text it stays at <see cref="TokenKind.EndOfFile"/>.</summary>
    public void Advance()
    {
        var text = _text;
        var at = End;
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
                    Name(text, at);
                    return;
                case '{':
                    Punctuator(TokenKind.BraceLeft, at);
                    return;
                case '}':
                    Punctuator(TokenKind.BraceRight, at);
                    return;
                case '(':
                    Punctuator(TokenKind.ParenLeft, at);
                    return;
                case ')':
                    Punctuator(TokenKind.ParenRight, at);
                    return;
                case ':':
                    Punctuator(TokenKind.Colon, at);
                    return;
                case '$':
                    Punctuator(TokenKind.Dollar, at);
                    return;
                case '!':
                    Punctuator(TokenKind.Bang, at);
                    return;
                case '@':
                    Punctuator(TokenKind.At, at);
                    return;
                case '[':
                    Punctuator(TokenKind.BracketLeft, at);
                    return;
                case ']':
                    Punctuator(TokenKind.BracketRight, at);
                    return;
                case '=':
                    Punctuator(TokenKind.Equals, at);
                    return;
                case '|':
                    Punctuator(TokenKind.Pipe, at);
                    return;
                case '&':
                    Punctuator(TokenKind.Ampersand, at);
                    return;
                case '.' when text[at..].StartsWith("..."):
                    Take(TokenKind.Spread, at, at + 3);
                    return;
                case '"':
                    if (text[at..].StartsWith(BlockString.Quotes))
                        BlockStringToken(text, at);
                    else
                        StringToken(text, at);
                    return;
                case '-' or >= '0' and <= '9':
                    Number(text, at);
                    return;
                default:
                    throw UnexpectedCharacter(at);
            }
        }

        Take(TokenKind.EndOfFile, text.Length, text.Length);
    }

    /// <summary>Whether a name may start so (section 2.1.8).</summary>
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

    /// <summary>A comment runs to the end of its line (section 2.1.3), or to what is no character, for the caller to refuse.</summary>
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

    private void Punctuator(TokenKind kind, int start) => Take(kind, start, start + 1);

    private void Take(TokenKind kind, int start, int end)
    {
        Kind = kind;
        Start = start;
        End = end;
    }

    private void Name(ReadOnlySpan<char> text, int start)
    {
        var at = start + 1;
        while ((uint)at < (uint)text.Length && (IsNameStart(text[at]) || char.IsAsciiDigit(text[at])))
            at++;
        Take(TokenKind.Name, start, at);
    }

    private readonly SyntaxException UnexpectedCharacter(int at)
    {
        if (_text[at] == '\'')
            return SyntaxError.At(_source, at, "Unexpected single quote character ('), did you mean to use a double quote (\")?");
        var judgement = CharacterLength(_text, at) == 0 ? "Invalid" : "Unexpected";
        return SyntaxError.At(_source, at, $"{judgement} character: {SyntaxError.DescribeCharacter(_source.Text, at)}.");
    }
}
