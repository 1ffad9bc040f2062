using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Language;

public ref partial struct Parser
{
    /// <summary>Section 2.3: one definition or more. The document's own location is the whole text.</summary>
    private DocumentNode ParseDocument()
    {
        var mark = _nodes.Mark;
        do
            _nodes.Push(ParseDefinition());
        while (!Skip(TokenKind.EndOfFile));
        return new DocumentNode(new Location(_source, 0, _source.Text.Length), _nodes.Pop<DefinitionNode>(mark));
    }

    private DefinitionNode ParseDefinition()
    {
        if (Peek(TokenKind.BraceLeft))
            return ParseShorthandQuery();
        var start = _lexer.Start;
        var description = ParseDescription();
        if (_lexer.Kind == TokenKind.Name)
        {
            var definition = ParseTypeSystemDefinition(start, description) ?? ParseExecutableDefinition(start, description);
            if (definition is not null)
                return definition;
            if (description is not null)
                throw SyntaxError.At(_source, start, "Unexpected description, only GraphQL definitions support descriptions.");
            if (SkipKeyword("extend"))
                return ParseTypeSystemExtension(start);
        }
        else if (Peek(TokenKind.BraceLeft))
        {
            throw SyntaxError.At(_source, start, "Unexpected description, descriptions are not supported on shorthand queries.");
        }

        throw Unexpected();
    }

    /// <summary>Section 2.4 and following; null where no keyword of theirs stands.</summary>
    private DefinitionNode? ParseExecutableDefinition(int start, StringValueNode? description)
    {
        if (TryOperationKind(out var operation))
            return ParseOperationDefinition(start, description, operation);
        return SkipKeyword("fragment") ? ParseFragmentDefinition(start, description) : null;
    }

    /// <summary>Section 2.2: a string before what it describes.</summary>
    private StringValueNode? ParseDescription() =>
        _lexer.Kind is TokenKind.String or TokenKind.BlockString ? ParseStringValue() : null;

    private bool TryOperationKind(out OperationKind operation)
    {
        operation = default;

        // No token but a name reads so.
        switch (_lexer.Text)
        {
            case "query":
                operation = OperationKind.Query;
                break;
            case "mutation":
                operation = OperationKind.Mutation;
                break;
            case "subscription":
                operation = OperationKind.Subscription;
                break;
            default:
                return false;
        }

        Advance();
        return true;
    }
}
