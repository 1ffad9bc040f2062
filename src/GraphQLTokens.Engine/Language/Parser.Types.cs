using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Language;

public ref partial struct Parser
{
    /// <summary>Section 2.12: a name or a list, either of them perhaps non-null.</summary>
    private TypeNode ParseTypeReference()
    {
        var start = _lexer.Start;
        TypeNode type = Peek(TokenKind.BracketLeft) ? ParseListType() : ParseNamedType();
        return Skip(TokenKind.Bang) ? new NonNullTypeNode(From(start), type) : type;
    }

    private ListTypeNode ParseListType()
    {
        var start = _lexer.Start;
        Descend();
        Expect(TokenKind.BracketLeft);
        var item = ParseTypeReference();
        Expect(TokenKind.BracketRight);
        Ascend();
        return new ListTypeNode(From(start), item);
    }

    private NamedTypeNode ParseNamedType()
    {
        var name = ParseName();
        return new NamedTypeNode(name.Location, name);
    }
}
