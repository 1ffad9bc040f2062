using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Language;

public ref partial struct Parser
{
    /// <summary>Section 2.10.</summary>
    /// <param name="isConst">Whether variables are refused: in default values, and in directives on definitions.</param>
    private ValueNode ParseValueLiteral(bool isConst)
    {
        switch (_lexer.Kind)
        {
            case TokenKind.BracketLeft:
                return ParseListValue(isConst);
            case TokenKind.BraceLeft:
                return ParseObjectValue(isConst);
            case TokenKind.Int:
                var digits = _lexer.Text.ToString();
                return new IntValueNode(TakeToken(), digits);
            case TokenKind.Float:
                var number = _lexer.Text.ToString();
                return new FloatValueNode(TakeToken(), number);
            case TokenKind.String or TokenKind.BlockString:
                return ParseStringValue();
            case TokenKind.Name:
                return ParseNamedValue();
            case TokenKind.Dollar:
                return isConst ? throw VariableInConstant() : ParseVariable();
            default:
                throw Unexpected();
        }
    }

    /// <summary>Takes the current token and says where it stands.</summary>
    private Location TakeToken()
    {
        var start = _lexer.Start;
        Advance();
        return From(start);
    }

    private StringValueNode ParseStringValue()
    {
        var isBlock = Peek(TokenKind.BlockString);
        var value = isBlock ? BlockString.Decode(_lexer.Text) : StringLiteral.Decode(_lexer.Text);
        return new StringValueNode(TakeToken(), value, isBlock);
    }

    /// <summary>Sections 2.10.3, 2.10.5, 2.10.6: a name is an enum value unless it is <c>true</c>, <c>false</c> or <c>null</c>.</summary>
    private ValueNode ParseNamedValue()
    {
        switch (_lexer.Text)
        {
            case "true":
                return new BooleanValueNode(TakeToken(), true);
            case "false":
                return new BooleanValueNode(TakeToken(), false);
            case "null":
                return new NullValueNode(TakeToken());
            default:
                var name = NameCache.Get(_lexer.Text);
                return new EnumValueNode(TakeToken(), name);
        }
    }

    private ListValueNode ParseListValue(bool isConst)
    {
        var start = _lexer.Start;
        Descend();
        Expect(TokenKind.BracketLeft);
        var mark = _nodes.Mark;
        while (!Skip(TokenKind.BracketRight))
            _nodes.Push(ParseValueLiteral(isConst));
        Ascend();
        return new ListValueNode(From(start), _nodes.Pop<ValueNode>(mark));
    }

    private ObjectValueNode ParseObjectValue(bool isConst)
    {
        var start = _lexer.Start;
        Descend();
        Expect(TokenKind.BraceLeft);
        var mark = _nodes.Mark;
        while (!Skip(TokenKind.BraceRight))
        {
            var fieldStart = _lexer.Start;
            var name = ParseName();
            Expect(TokenKind.Colon);
            var value = ParseValueLiteral(isConst);
            _nodes.Push(new ObjectFieldNode(From(fieldStart), name, value));
        }

        Ascend();
        return new ObjectValueNode(From(start), _nodes.Pop<ObjectFieldNode>(mark));
    }

    private VariableNode ParseVariable()
    {
        var start = _lexer.Start;
        Expect(TokenKind.Dollar);
        var name = ParseName();
        return new VariableNode(From(start), name);
    }

    private SyntaxException VariableInConstant()
    {
        var dollar = _lexer.Token;
        Advance();
        return Peek(TokenKind.Name)
            ? SyntaxError.At(_source, dollar.Start, $"Unexpected variable \"${_lexer.Text}\" in constant value.")
            : SyntaxError.Unexpected(_source, dollar);
    }
}
