using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Language;

/// <content>What type definitions and their extensions are made of (section 3). Each list is empty where its first token does not stand.</content>
public ref partial struct Parser
{
    private ImmutableArray<OperationTypeDefinitionNode> ParseOperationTypes()
    {
        if (!Skip(TokenKind.BraceLeft))
            return [];
        var mark = _nodes.Mark;
        do
        {
            var start = _lexer.Start;
            var token = _lexer.Token;
            if (!TryOperationKind(out var operation))
                throw token.Kind == TokenKind.Name ? UnexpectedOperationType(token) : NotFound(TokenKind.Name);
            Expect(TokenKind.Colon);
            var type = ParseNamedType();
            _nodes.Push(new OperationTypeDefinitionNode(From(start), operation, type));
        }
        while (!Skip(TokenKind.BraceRight));
        return _nodes.Pop<OperationTypeDefinitionNode>(mark);
    }

    /// <summary>Section 3.6: names between ampersands; one may also lead.</summary>
    private ImmutableArray<NamedTypeNode> ParseImplements() => SkipKeyword("implements") ? ParseTypeNames(TokenKind.Ampersand) : [];

    /// <summary>Section 3.8: names between pipes; one may also lead.</summary>
    private ImmutableArray<NamedTypeNode> ParseUnionMembers() => Skip(TokenKind.Equals) ? ParseTypeNames(TokenKind.Pipe) : [];

    private ImmutableArray<NamedTypeNode> ParseTypeNames(TokenKind delimiter)
    {
        var mark = _nodes.Mark;
        Skip(delimiter);
        do
            _nodes.Push(ParseNamedType());
        while (Skip(delimiter));
        return _nodes.Pop<NamedTypeNode>(mark);
    }

    private ImmutableArray<FieldDefinitionNode> ParseFieldDefinitions()
    {
        if (!Skip(TokenKind.BraceLeft))
            return [];
        var mark = _nodes.Mark;
        do
        {
            var start = _lexer.Start;
            var description = ParseDescription();
            var name = ParseName();
            var arguments = ParseInputValueDefinitions(TokenKind.ParenLeft, TokenKind.ParenRight);
            Expect(TokenKind.Colon);
            var type = ParseTypeReference();
            var directives = ParseDirectives(isConst: true);
            _nodes.Push(new FieldDefinitionNode(From(start), description, name, arguments, type, directives));
        }
        while (!Skip(TokenKind.BraceRight));
        return _nodes.Pop<FieldDefinitionNode>(mark);
    }

    private ImmutableArray<InputValueDefinitionNode> ParseInputValueDefinitions(TokenKind open, TokenKind close)
    {
        if (!Skip(open))
            return [];
        var mark = _nodes.Mark;
        do
        {
            var start = _lexer.Start;
            var description = ParseDescription();
            var name = ParseName();
            Expect(TokenKind.Colon);
            var type = ParseTypeReference();
            var defaultValue = Skip(TokenKind.Equals) ? ParseValueLiteral(isConst: true) : null;
            var directives = ParseDirectives(isConst: true);
            _nodes.Push(new InputValueDefinitionNode(From(start), description, name, type, defaultValue, directives));
        }
        while (!Skip(close));
        return _nodes.Pop<InputValueDefinitionNode>(mark);
    }

    private ImmutableArray<EnumValueDefinitionNode> ParseEnumValueDefinitions()
    {
        if (!Skip(TokenKind.BraceLeft))
            return [];
        var mark = _nodes.Mark;
        do
        {
            var start = _lexer.Start;
            var description = ParseDescription();
            if (_lexer.Text is "true" or "false" or "null")
                throw SyntaxError.At(_source, _lexer.Start, $"{SyntaxError.Describe(_source, _lexer.Token)} is reserved and cannot be used for an enum value.");
            var name = ParseName();
            var directives = ParseDirectives(isConst: true);
            _nodes.Push(new EnumValueDefinitionNode(From(start), description, name, directives));
        }
        while (!Skip(TokenKind.BraceRight));
        return _nodes.Pop<EnumValueDefinitionNode>(mark);
    }

    /// <summary>The name is taken before it is judged, so that an unreadable token behind it is named first, as elsewhere.</summary>
    private SyntaxException UnexpectedOperationType(SyntaxToken token)
    {
        Advance();
        return SyntaxError.Unexpected(_source, token);
    }
}
