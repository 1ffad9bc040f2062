using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Tests.Language;

public sealed class StringLiteralTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" simple # , ", " simple # , ")]
    [InlineData("\\\" \\\\ \\/ \\b \\f \\n \\r \\t", "\" \\ / \b \f \n \r \t")]
    [InlineData("\\u00e9\\u00E9", "\u00E9\u00E9")]
    [InlineData("\\uD83D\\uDE00", "\U0001F600")]
    [InlineData("\\u{1F600}\\u{0}\\u{000041}\\u{10FFFF}", "\U0001F600\0A\U0010FFFF")]
    [InlineData("\U0001F600\u2028\t\0", "\U0001F600\u2028\t\0")]
    public void Reads_values(string written, string value) => Assert.Equal(value, Read($"\"{written}\""));

    [Theory]
    [InlineData("\\z", "character escape sequence: \"\\z\"")]
    [InlineData("\\'", "character escape sequence: \"\\'\"")]
    [InlineData("\\x20", "character escape sequence: \"\\x\"")]
    [InlineData("\\0", "character escape sequence: \"\\0\"")]
    [InlineData("\\u12", "Unicode escape sequence: \"\\u12\"\"")]
    [InlineData("\\u00G0", "Unicode escape sequence: \"\\u00G0\"")]
    [InlineData("\\u +12", "Unicode escape sequence: \"\\u +12\"")]
    [InlineData("\\uD800", "Unicode escape sequence: \"\\uD800\"")]
    [InlineData("\\uDC00", "Unicode escape sequence: \"\\uDC00\"")]
    [InlineData("\\uD83Dx\\uDE00", "Unicode escape sequence: \"\\uD83D\"")]
    [InlineData("\\uD83DxuDE00", "Unicode escape sequence: \"\\uD83D\"")]
    [InlineData("\\uD83D\\uD83D", "Unicode escape sequence: \"\\uD83D\"")]
    [InlineData("\\uD83D\\n", "Unicode escape sequence: \"\\uD83D\"")]
    [InlineData("\\u{}", "Unicode escape sequence: \"\\u{}\"")]
    [InlineData("\\u{ 41}", "Unicode escape sequence: \"\\u{ \"")]
    [InlineData("\\u{FXXX}", "Unicode escape sequence: \"\\u{FX\"")]
    [InlineData("\\u{110000}", "Unicode escape sequence: \"\\u{110000}\"")]
    [InlineData("\\u{D83D}", "Unicode escape sequence: \"\\u{D83D}\"")]
    [InlineData("\\u{0000000041}", "Unicode escape sequence: \"\\u{000000004\"")]
    [InlineData("\\u{41", "Unicode escape sequence: \"\\u{41\"\"")]
    public void Refuses_escapes_that_name_no_character(string written, string message)
    {
        var error = Assert.Throws<SyntaxException>(() => Read($"\"a{written}\"")).Error;
        Assert.Equal($"Syntax Error: Invalid {message}.", error.Message);
        Assert.Equal([new SourceLocation(1, 3)], error.Locations);
    }

    [Theory]
    [InlineData("\\", "character escape sequence: \"\\\"")]
    [InlineData("\\u00", "Unicode escape sequence: \"\\u00\"")]
    [InlineData("\\uD83D", "Unicode escape sequence: \"\\uD83D\"")]
    [InlineData("\\uD83D\\uDE0", "Unicode escape sequence: \"\\uD83D\"")]
    [InlineData("\\u{", "Unicode escape sequence: \"\\u{\"")]
    [InlineData("\\u{1F60", "Unicode escape sequence: \"\\u{1F60\"")]
    [InlineData("\\u{00000041", "Unicode escape sequence: \"\\u{00000041\"")]
    public void Refuses_escapes_that_the_text_ends_in(string written, string message) =>
        Assert.Equal($"Syntax Error: Invalid {message}.", Assert.Throws<SyntaxException>(() => Read($"\"{written}")).Message);

    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("a\"b\\c/d", "\"a\\\"b\\\\c/d\"")]
    [InlineData("\b\f\n\r\t\v\0", "\"\\b\\f\\n\\r\\t\\u000B\\u0000\"")]
    [InlineData("\u007F\u009F\u00A0\u2028\u00E9\U0001F600", "\"\\u007F\\u009F\u00A0\u2028\u00E9\U0001F600\"")]
    public void Prints_values(string value, string written)
    {
        Assert.Equal(written, StringLiteral.Print(value));
        Assert.Equal(value, Read(written));
    }

    private static string Read(string literal) => Assert.IsType<StringValueNode>(Parser.ParseValue(new SourceText(literal))).Value;
}
