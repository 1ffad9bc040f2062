using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Language;

public ref partial struct Parser
{
    /// <summary>Section 2.4: a selection set alone is an unnamed query.</summary>
    private OperationDefinitionNode ParseShorthandQuery()
    {
        var start = _lexer.Start;
        var selectionSet = ParseSelectionSet();
        return new OperationDefinitionNode(From(start), null, OperationKind.Query, null, [], [], selectionSet);
    }

    private OperationDefinitionNode ParseOperationDefinition(int start, StringValueNode? description, OperationKind operation)
    {
        var name = Peek(TokenKind.Name) ? ParseName() : null;
        var variables = ParseVariableDefinitions();
        var directives = ParseDirectives(isConst: false);
        var selectionSet = ParseSelectionSet();
        return new OperationDefinitionNode(From(start), description, operation, name, variables, directives, selectionSet);
    }

    /// <summary>Section 2.9: a fragment has any name but <c>on</c>.</summary>
    private FragmentDefinitionNode ParseFragmentDefinition(int start, StringValueNode? description)
    {
        var name = ParseFragmentName();
        ExpectKeyword("on");
        var typeCondition = ParseNamedType();
        var directives = ParseDirectives(isConst: false);
        var selectionSet = ParseSelectionSet();
        return new FragmentDefinitionNode(From(start), description, name, typeCondition, directives, selectionSet);
    }

    private NameNode ParseFragmentName() => PeekKeyword("on") ? throw Unexpected() : ParseName();

    private ImmutableArray<VariableDefinitionNode> ParseVariableDefinitions()
    {
        if (!Skip(TokenKind.ParenLeft))
            return [];
        var mark = _nodes.Mark;
        do
            _nodes.Push(ParseVariableDefinition());
        while (!Skip(TokenKind.ParenRight));
        return _nodes.Pop<VariableDefinitionNode>(mark);
    }

    /// <summary>Section 2.11.</summary>
    private VariableDefinitionNode ParseVariableDefinition()
    {
        var start = _lexer.Start;
        var description = ParseDescription();
        var variable = ParseVariable();
        Expect(TokenKind.Colon);
        var type = ParseTypeReference();
        var defaultValue = Skip(TokenKind.Equals) ? ParseValueLiteral(isConst: true) : null;
        var directives = ParseDirectives(isConst: true);
        return new VariableDefinitionNode(From(start), description, variable, type, defaultValue, directives);
    }

    /// <summary>Section 2.5: one selection or more.</summary>
    private SelectionSetNode ParseSelectionSet()
    {
        var start = _lexer.Start;
        Descend();
        Expect(TokenKind.BraceLeft);
        var mark = _nodes.Mark;
        do
            _nodes.Push(Peek(TokenKind.Spread) ? ParseFragment() : ParseField());
        while (!Skip(TokenKind.BraceRight));
        Ascend();
        return new SelectionSetNode(From(start), _nodes.Pop<SelectionNode>(mark));
    }

    /// <summary>Section 2.6.</summary>
    private FieldNode ParseField()
    {
        var start = _lexer.Start;
        NameNode? alias = null;
        var name = ParseName();
        if (Skip(TokenKind.Colon))
        {
            alias = name;
            name = ParseName();
        }

        var arguments = ParseArguments(isConst: false);
        var directives = ParseDirectives(isConst: false);
        var selectionSet = Peek(TokenKind.BraceLeft) ? ParseSelectionSet() : null;
        return new FieldNode(From(start), alias, name, arguments, directives, selectionSet);
    }

    /// <summary>Section 2.9: after the dots, a name is a spread; <c>on</c> and anything else begin an inline fragment.</summary>
    private SelectionNode ParseFragment()
    {
        var start = _lexer.Start;
        Expect(TokenKind.Spread);
        var hasTypeCondition = SkipKeyword("on");
        if (!hasTypeCondition && Peek(TokenKind.Name))
        {
            var name = ParseFragmentName();
            var ownDirectives = ParseDirectives(isConst: false);
            return new FragmentSpreadNode(From(start), name, ownDirectives);
        }

        var typeCondition = hasTypeCondition ? ParseNamedType() : null;
        var directives = ParseDirectives(isConst: false);
        var selectionSet = ParseSelectionSet();
        return new InlineFragmentNode(From(start), typeCondition, directives, selectionSet);
    }

    /// <summary>Section 2.7.</summary>
    private ImmutableArray<ArgumentNode> ParseArguments(bool isConst)
    {
        if (!Skip(TokenKind.ParenLeft))
            return [];
        var mark = _nodes.Mark;
        do
        {
            var start = _lexer.Start;
            var name = ParseName();
            Expect(TokenKind.Colon);
            var value = ParseValueLiteral(isConst);
            _nodes.Push(new ArgumentNode(From(start), name, value));
        }
        while (!Skip(TokenKind.ParenRight));
        return _nodes.Pop<ArgumentNode>(mark);
    }

    /// <summary>Section 2.13.</summary>
    private ImmutableArray<DirectiveNode> ParseDirectives(bool isConst)
    {
        if (!Peek(TokenKind.At))
            return [];
        var mark = _nodes.Mark;
        var left = _options.MaxDirectives;
        do
        {
            if (--left < 0)
                throw TooManyDirectives();
            var start = _lexer.Start;
            Expect(TokenKind.At);
            var name = ParseName();
            var arguments = ParseArguments(isConst);
            _nodes.Push(new DirectiveNode(From(start), name, arguments));
        }
        while (Peek(TokenKind.At));
        return _nodes.Pop<DirectiveNode>(mark);
    }
}
