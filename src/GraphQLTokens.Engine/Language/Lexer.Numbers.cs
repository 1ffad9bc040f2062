namespace GraphQLTokens.Engine.Language;

internal ref partial struct Lexer
{
    /// <summary>
    /// Sections 2.10.1 and 2.10.2: digits without a leading zero, then a fraction, an exponent, or both. A name or a dot may not follow at
    /// once, so that <c>0xF1</c> and <c>1.2.3</c> are errors and not two tokens.
    /// </summary>
    private void Number(ReadOnlySpan<char> text, int start)
    {
        var kind = TokenKind.Int;
        var at = text[start] == '-' ? start + 1 : start;

        if (UnitAt(text, at) == '0')
        {
            at++;
            if (char.IsAsciiDigit(UnitAt(text, at)))
                throw InvalidNumber(at, "unexpected digit after 0");
        }
        else
        {
            at = Digits(text, at);
        }

        if (UnitAt(text, at) == '.')
        {
            kind = TokenKind.Float;
            at = Digits(text, at + 1);
        }

        if (UnitAt(text, at) is 'e' or 'E')
        {
            kind = TokenKind.Float;
            at = Digits(text, UnitAt(text, at + 1) is '+' or '-' ? at + 2 : at + 1);
        }

        if (UnitAt(text, at) == '.' || IsNameStart(UnitAt(text, at)))
            throw InvalidNumber(at, "expected digit but got");
        Take(kind, start, at);
    }

    private readonly int Digits(ReadOnlySpan<char> text, int at)
    {
        if (!char.IsAsciiDigit(UnitAt(text, at)))
            throw InvalidNumber(at, "expected digit but got");
        while (char.IsAsciiDigit(UnitAt(text, at)))
            at++;
        return at;
    }

    /// <summary>The code unit at an offset; NUL, which no number holds, past the end.</summary>
    private static char UnitAt(ReadOnlySpan<char> text, int at) => (uint)at < (uint)text.Length ? text[at] : '\0';

    private readonly SyntaxException InvalidNumber(int at, string reason) =>
        SyntaxError.At(_source, at, $"Invalid number, {reason}: {SyntaxError.DescribeCharacter(_source.Text, at)}.");
}
