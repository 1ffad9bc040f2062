using GraphQLTokens.Engine.Errors;

namespace GraphQLTokens.Engine.Language;

/// <summary>Makes the exceptions of lexer and parser, away from their hot paths. The words are those of graphql-js, which tools know.</summary>
internal static class SyntaxError
{
    /// <summary>The document is wrong at an offset.</summary>
    public static SyntaxException At(SourceText source, int offset, string message, string code = ErrorCodes.ParseFailed) =>
        new(new GraphQLError($"Syntax Error: {message}", [source.LocationOf(offset)], code: code));

    /// <summary>The document is larger than it may be.</summary>
    /// <param name="actual">Null where reading stopped before the whole figure was known.</param>
    public static SyntaxException Limit(SourceText source, int offset, string message, string code, int limit, int? actual = null) =>
        new(LimitExceeded.Error(code, $"Syntax Error: {message} Parsing aborted.", limit, actual, [source.LocationOf(offset)]));

    /// <summary>A token stands where another kind must.</summary>
    public static SyntaxException Expected(SourceText source, TokenKind kind, in SyntaxToken found) =>
        At(source, found.Start, $"Expected {Describe(kind)}, found {Describe(source, found)}.");

    /// <summary>A token stands where a keyword must.</summary>
    public static SyntaxException ExpectedKeyword(SourceText source, string keyword, in SyntaxToken found) =>
        At(source, found.Start, $"Expected \"{keyword}\", found {Describe(source, found)}.");

    /// <summary>A token stands where it may not.</summary>
    public static SyntaxException Unexpected(SourceText source, in SyntaxToken found) =>
        At(source, found.Start, $"Unexpected {Describe(source, found)}.");

    /// <summary>A token as messages name it: <c>"{"</c>, <c>Name "viewer"</c>, <c>&lt;EOF&gt;</c>.</summary>
    public static string Describe(SourceText source, in SyntaxToken token)
    {
        var text = source.Text.AsSpan(token.Start, token.End - token.Start);
        return token.Kind switch
        {
            TokenKind.Name or TokenKind.Int or TokenKind.Float => $"{Describe(token.Kind)} \"{text}\"",
            TokenKind.String => $"{Describe(token.Kind)} \"{StringLiteral.Decode(text)}\"",
            TokenKind.BlockString => $"{Describe(token.Kind)} \"{BlockString.Decode(text)}\"",
            _ => Describe(token.Kind),
        };
    }

    /// <summary>The character at an offset as messages name it: <c>"x"</c>, <c>U+00E9</c>, <c>&lt;EOF&gt;</c>.</summary>
    public static string DescribeCharacter(string text, int offset)
    {
        if (offset >= text.Length)
            return Describe(TokenKind.EndOfFile);
        var isPair = char.IsHighSurrogate(text[offset]) && offset + 1 < text.Length && char.IsLowSurrogate(text[offset + 1]);
        var code = isPair ? char.ConvertToUtf32(text[offset], text[offset + 1]) : text[offset];
        return code switch
        {
            '"' => "'\"'",
            >= 0x20 and <= 0x7E => $"\"{(char)code}\"",
            _ => $"U+{code:X4}",
        };
    }

    private static string Describe(TokenKind kind) => kind switch
    {
        TokenKind.EndOfFile => "<EOF>",
        TokenKind.Bang => "\"!\"",
        TokenKind.Dollar => "\"$\"",
        TokenKind.Ampersand => "\"&\"",
        TokenKind.ParenLeft => "\"(\"",
        TokenKind.ParenRight => "\")\"",
        TokenKind.Spread => "\"...\"",
        TokenKind.Colon => "\":\"",
        TokenKind.Equals => "\"=\"",
        TokenKind.At => "\"@\"",
        TokenKind.BracketLeft => "\"[\"",
        TokenKind.BracketRight => "\"]\"",
        TokenKind.BraceLeft => "\"{\"",
        TokenKind.Pipe => "\"|\"",
        TokenKind.BraceRight => "\"}\"",
        TokenKind.Name => "Name",
        TokenKind.Int => "Int",
        TokenKind.Float => "Float",
        TokenKind.String => "String",
        TokenKind.BlockString => "BlockString",
    };
}
