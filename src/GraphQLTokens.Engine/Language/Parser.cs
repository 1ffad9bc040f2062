using System.Runtime.CompilerServices;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Language;

/// <summary>
/// Reads GraphQL documents (sections 2 and 3, appendix C; September 2025) by recursive descent with one token of look-ahead. It is the one
/// phase that throws: <see cref="SyntaxException"/>, with one location, and nothing else.
/// </summary>
public ref partial struct Parser
{
    private readonly SourceText _source;
    private readonly ParserOptions _options;
    private Lexer _lexer;
    private NodeStack _nodes = new();
    private int _previousEnd;
    private int _tokensLeft;
    private int _depthLeft;

    private Parser(SourceText source, ParserOptions? options)
    {
        _source = source;
        _options = options ?? ParserOptions.Default;
        _lexer = new Lexer(source);
        _tokensLeft = _options.MaxTokens;
        _depthLeft = _options.MaxDepth;
        if (source.Text.Length > _options.MaxCharacters)
            throw TooLong();
        Advance();
    }

    /// <summary>Reads a whole document: operations, fragments, type system definitions and extensions, in any mix.</summary>
    /// <exception cref="SyntaxException">The text is no document, or larger than <paramref name="options"/> allow.</exception>
    public static DocumentNode Parse(SourceText source, ParserOptions? options = null)
    {
        var parser = new Parser(source, options);
        var document = parser.ParseDocument();
        parser._nodes.Return();
        return document;
    }

    /// <inheritdoc cref="Parse(SourceText, ParserOptions?)"/>
    public static DocumentNode Parse(string text, ParserOptions? options = null) => Parse(new SourceText(text), options);

    /// <summary>Reads a value that stands alone; it may hold variables.</summary>
    /// <exception cref="SyntaxException">The text is no value, or larger than <paramref name="options"/> allow.</exception>
    public static ValueNode ParseValue(SourceText source, ParserOptions? options = null) => ParseValue(source, options, isConst: false);

    /// <summary>Reads a value that stands alone and holds no variables, as default values do.</summary>
    /// <exception cref="SyntaxException">The text is no such value, or larger than <paramref name="options"/> allow.</exception>
    public static ValueNode ParseConstValue(SourceText source, ParserOptions? options = null) => ParseValue(source, options, isConst: true);

    /// <summary>Reads a type that stands alone, such as <c>[ID!]!</c>.</summary>
    /// <exception cref="SyntaxException">The text is no type, or larger than <paramref name="options"/> allow.</exception>
    public static TypeNode ParseType(SourceText source, ParserOptions? options = null)
    {
        var parser = new Parser(source, options);
        var type = parser.ParseTypeReference();
        parser.Expect(TokenKind.EndOfFile);
        parser._nodes.Return();
        return type;
    }

    private static ValueNode ParseValue(SourceText source, ParserOptions? options, bool isConst)
    {
        var parser = new Parser(source, options);
        var value = parser.ParseValueLiteral(isConst);
        parser.Expect(TokenKind.EndOfFile);
        parser._nodes.Return();
        return value;
    }

    private void Advance()
    {
        _previousEnd = _lexer.End;
        _lexer.Advance();
        if (--_tokensLeft < 0 && _lexer.Kind != TokenKind.EndOfFile)
            throw TooManyTokens();
    }

    private readonly bool Peek(TokenKind kind) => _lexer.Kind == kind;

    private readonly bool PeekKeyword(string keyword) => _lexer.Kind == TokenKind.Name && _lexer.Text.SequenceEqual(keyword);

    private bool Skip(TokenKind kind)
    {
        if (_lexer.Kind != kind)
            return false;
        Advance();
        return true;
    }

    private bool SkipKeyword(string keyword)
    {
        if (!PeekKeyword(keyword))
            return false;
        Advance();
        return true;
    }

    private void Expect(TokenKind kind)
    {
        if (!Skip(kind))
            throw NotFound(kind);
    }

    private void ExpectKeyword(string keyword)
    {
        if (!SkipKeyword(keyword))
            throw NotFound(keyword);
    }

    /// <summary>Counts one level of selection sets, values or list types; every method that calls itself, by whatever way, passes here.</summary>
    private void Descend()
    {
        if (--_depthLeft < 0)
            throw TooDeep();
    }

    private void Ascend() => _depthLeft++;

    /// <summary>From <paramref name="start"/> to the end of the token that was taken last.</summary>
    private readonly Location From(int start) => new(_source, start, _previousEnd);

    // Out of line: a token built on the hot path, even for a throw that never comes, is cleared each time that path is taken.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly SyntaxException Unexpected() => SyntaxError.Unexpected(_source, _lexer.Token);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly SyntaxException NotFound(TokenKind kind) => SyntaxError.Expected(_source, kind, _lexer.Token);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly SyntaxException NotFound(string keyword) => SyntaxError.ExpectedKeyword(_source, keyword, _lexer.Token);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly SyntaxException TooManyTokens() =>
        SyntaxError.Limit(_source, _lexer.Start, $"Document contains more than {_options.MaxTokens} tokens.", ErrorCodes.TokenLimitExceeded, _options.MaxTokens);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly SyntaxException TooDeep() =>
        SyntaxError.Limit(_source, _lexer.Start, $"Document nests deeper than {_options.MaxDepth} levels.", ErrorCodes.DepthLimitExceeded, _options.MaxDepth);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly SyntaxException TooLong() => SyntaxError.Limit(
        _source, 0, $"Document is longer than {_options.MaxCharacters} characters.", ErrorCodes.DocumentLengthLimitExceeded, _options.MaxCharacters, _source.Text.Length);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly SyntaxException TooManyDirectives() => SyntaxError.Limit(
        _source, _lexer.Start, $"More than {_options.MaxDirectives} directives stand in one place.", ErrorCodes.DirectiveLimitExceeded, _options.MaxDirectives);

    private NameNode ParseName()
    {
        if (_lexer.Kind != TokenKind.Name)
            throw NotFound(TokenKind.Name);
        var name = new NameNode(new Location(_source, _lexer.Start, _lexer.End), NameCache.Get(_lexer.Text));
        Advance();
        return name;
    }
}
