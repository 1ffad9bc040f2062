using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language;

namespace GraphQLTokens.Engine.Tests.Language;

public sealed class LexerTests
{
    [Fact]
    public void Names_every_punctuator() => Assert.Equal(
        ["Bang", "Dollar", "Ampersand", "ParenLeft", "ParenRight", "Spread", "Colon", "Equals", "At", "BracketLeft", "BracketRight", "BraceLeft", "Pipe", "BraceRight"],
        Tokens("! $ & ( ) ... : = @ [ ] { | }").Select(token => token.Kind.ToString()));

    [Fact]
    public void Passes_over_what_is_ignored() =>
        Assert.Equal([new SyntaxToken(TokenKind.Name, 21, 22)], Tokens("\uFEFF ,,\t\r\n\n# a, \"b\" \0\u00E9\r,x,"));

    [Fact]
    public void Stays_at_the_end()
    {
        var lexer = new Lexer(new SourceText("a "));
        for (var times = 0; times < 3; times++)
            lexer.Advance();
        Assert.Equal(new SyntaxToken(TokenKind.EndOfFile, 2, 2), lexer.Token);
    }

    [Theory]
    [InlineData("_")]
    [InlineData("__typename")]
    [InlineData("aZ09_")]
    public void Reads_names_whole(string text) => Assert.Equal([new SyntaxToken(TokenKind.Name, 0, text.Length)], Tokens(text));

    [Theory]
    [InlineData("0", false)]
    [InlineData("-0", false)]
    [InlineData("-1203", false)]
    [InlineData("123456789012345678901234567890", false)]
    [InlineData("0.0", true)]
    [InlineData("-4.123", true)]
    [InlineData("0e1", true)]
    [InlineData("123E-4", true)]
    [InlineData("1.5e+10", true)]
    public void Reads_numbers_whole(string text, bool isFloat) =>
        Assert.Equal([new SyntaxToken(isFloat ? TokenKind.Float : TokenKind.Int, 0, text.Length)], Tokens(text));

    [Theory]
    [InlineData("00", "unexpected digit after 0: \"0\"", 2)]
    [InlineData("01", "unexpected digit after 0: \"1\"", 2)]
    [InlineData("-01", "unexpected digit after 0: \"1\"", 3)]
    [InlineData("0xF", "expected digit but got: \"x\"", 2)]
    [InlineData("1_0", "expected digit but got: \"_\"", 2)]
    [InlineData("1.", "expected digit but got: <EOF>", 3)]
    [InlineData("1.a", "expected digit but got: \"a\"", 3)]
    [InlineData("1.2.3", "expected digit but got: \".\"", 4)]
    [InlineData("1.2e", "expected digit but got: <EOF>", 5)]
    [InlineData("1e+\"", "expected digit but got: '\"'", 4)]
    [InlineData("1e5x", "expected digit but got: \"x\"", 4)]
    [InlineData("1e ", "expected digit but got: \" \"", 3)]
    [InlineData("-", "expected digit but got: <EOF>", 2)]
    [InlineData("-\u00E9", "expected digit but got: U+00E9", 2)]
    public void Refuses_numbers_that_break_off_or_run_on(string text, string reason, int column) => AssertRefuses(text, $"Invalid number, {reason}.", 1, column);

    [Theory]
    [InlineData("a ?", "Unexpected character: \"?\".", 1, 3)]
    [InlineData("~", "Unexpected character: \"~\".", 1, 1)]
    [InlineData("\n..", "Unexpected character: \".\".", 2, 1)]
    [InlineData("a\r\n\r 'b'", "Unexpected single quote character ('), did you mean to use a double quote (\")?", 3, 2)]
    [InlineData("\0", "Unexpected character: U+0000.", 1, 1)]
    [InlineData("\u000B", "Unexpected character: U+000B.", 1, 1)]
    [InlineData("\u007F", "Unexpected character: U+007F.", 1, 1)]
    [InlineData("\u00A0", "Unexpected character: U+00A0.", 1, 1)]
    [InlineData("\u2028", "Unexpected character: U+2028.", 1, 1)]
    [InlineData("\U0001F600", "Unexpected character: U+1F600.", 1, 1)]
    public void Refuses_characters_that_begin_no_token(string text, string message, int line, int column) => AssertRefuses(text, message, line, column);

    // Attributes cannot hold half a surrogate pair: they are stored as UTF-8. So the rows name its number.
    [Theory]
    [InlineData("a ", 0xD800, "", "Invalid character: U+D800.", 3)]
    [InlineData("# ", 0xDC00, "\n", "Invalid character: U+DC00.", 3)]
    [InlineData("\"", 0xD83D, "\"", "Invalid character within String: U+D83D.", 2)]
    [InlineData("\"\"\"", 0xDE00, "\"\"\"", "Invalid character within String: U+DE00.", 4)]
    public void Refuses_surrogates_that_stand_alone(string before, int surrogate, string after, string message, int column) =>
        AssertRefuses(before + (char)surrogate + after, message, 1, column);

    [Theory]
    [InlineData("\"", 2)]
    [InlineData("\"abc", 5)]
    [InlineData("\"a\nb\"", 3)]
    [InlineData("\"a\rb\"", 3)]
    [InlineData("\"\"\"a\"\"", 7)]
    [InlineData("\"\"\"a\\\"\"\"", 9)]
    public void Refuses_strings_without_an_end(string text, int column) => AssertRefuses(text, "Unterminated string.", 1, column);

    private static List<SyntaxToken> Tokens(string text)
    {
        var tokens = new List<SyntaxToken>();
        var lexer = new Lexer(new SourceText(text));
        for (lexer.Advance(); lexer.Kind != TokenKind.EndOfFile; lexer.Advance())
            tokens.Add(lexer.Token);
        return tokens;
    }

    private static void AssertRefuses(string text, string message, int line, int column)
    {
        var error = Assert.Throws<SyntaxException>(() => Tokens(text)).Error;
        Assert.Equal(("Syntax Error: " + message, ErrorCodes.ParseFailed), (error.Message, error.Code));
        Assert.Equal([new SourceLocation(line, column)], error.Locations);
    }
}
