using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Language;

public ref partial struct Parser
{
    /// <summary>Section 3: what the keyword introduces; null where none of its keywords stands.</summary>
    private TypeSystemDefinitionNode? ParseTypeSystemDefinition(int start, StringValueNode? description)
    {
        switch (_lexer.Text)
        {
            case "schema":
                Advance();
                return ParseSchemaDefinition(start, description);
            case "scalar":
                Advance();
                return ParseScalarTypeDefinition(start, description);
            case "type":
                Advance();
                return ParseObjectTypeDefinition(start, description);
            case "interface":
                Advance();
                return ParseInterfaceTypeDefinition(start, description);
            case "union":
                Advance();
                return ParseUnionTypeDefinition(start, description);
            case "enum":
                Advance();
                return ParseEnumTypeDefinition(start, description);
            case "input":
                Advance();
                return ParseInputObjectTypeDefinition(start, description);
            case "directive":
                Advance();
                return ParseDirectiveDefinition(start, description);
            default:
                return null;
        }
    }

    /// <summary>Section 3.3.</summary>
    private SchemaDefinitionNode ParseSchemaDefinition(int start, StringValueNode? description)
    {
        var directives = ParseDirectives(isConst: true);
        if (!Peek(TokenKind.BraceLeft))
            throw NotFound(TokenKind.BraceLeft);
        var operationTypes = ParseOperationTypes();
        return new SchemaDefinitionNode(From(start), description, directives, operationTypes);
    }

    /// <summary>Section 3.5.</summary>
    private ScalarTypeDefinitionNode ParseScalarTypeDefinition(int start, StringValueNode? description)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        return new ScalarTypeDefinitionNode(From(start), description, name, directives);
    }

    /// <summary>Section 3.6.</summary>
    private ObjectTypeDefinitionNode ParseObjectTypeDefinition(int start, StringValueNode? description)
    {
        var name = ParseName();
        var interfaces = ParseImplements();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseFieldDefinitions();
        return new ObjectTypeDefinitionNode(From(start), description, name, directives, interfaces, fields);
    }

    /// <summary>Section 3.7.</summary>
    private InterfaceTypeDefinitionNode ParseInterfaceTypeDefinition(int start, StringValueNode? description)
    {
        var name = ParseName();
        var interfaces = ParseImplements();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseFieldDefinitions();
        return new InterfaceTypeDefinitionNode(From(start), description, name, directives, interfaces, fields);
    }

    /// <summary>Section 3.8.</summary>
    private UnionTypeDefinitionNode ParseUnionTypeDefinition(int start, StringValueNode? description)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var types = ParseUnionMembers();
        return new UnionTypeDefinitionNode(From(start), description, name, directives, types);
    }

    /// <summary>Section 3.9.</summary>
    private EnumTypeDefinitionNode ParseEnumTypeDefinition(int start, StringValueNode? description)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var values = ParseEnumValueDefinitions();
        return new EnumTypeDefinitionNode(From(start), description, name, directives, values);
    }

    /// <summary>Section 3.10.</summary>
    private InputObjectTypeDefinitionNode ParseInputObjectTypeDefinition(int start, StringValueNode? description)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseInputValueDefinitions(TokenKind.BraceLeft, TokenKind.BraceRight);
        return new InputObjectTypeDefinitionNode(From(start), description, name, directives, fields);
    }

    /// <summary>Section 3.13.</summary>
    private DirectiveDefinitionNode ParseDirectiveDefinition(int start, StringValueNode? description)
    {
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = ParseInputValueDefinitions(TokenKind.ParenLeft, TokenKind.ParenRight);
        var isRepeatable = SkipKeyword("repeatable");
        ExpectKeyword("on");
        var locations = ParseDirectiveLocations();
        return new DirectiveDefinitionNode(From(start), description, name, arguments, isRepeatable, locations);
    }

    private ImmutableArray<NameNode> ParseDirectiveLocations()
    {
        var mark = _nodes.Mark;
        Skip(TokenKind.Pipe);
        do
        {
            var token = _lexer.Token;
            var name = ParseName();
            if (!DirectiveLocations.Contains(name.Value))
                throw SyntaxError.Unexpected(_source, token);
            _nodes.Push(name);
        }
        while (Skip(TokenKind.Pipe));
        return _nodes.Pop<NameNode>(mark);
    }
}
