using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Language;

/// <content>Extensions (sections 3.3.2 and 3.5.6 to 3.10.2): each must add something.</content>
public ref partial struct Parser
{
    private TypeSystemDefinitionNode ParseTypeSystemExtension(int start)
    {
        if (SkipKeyword("schema"))
            return ParseSchemaExtension(start);
        if (SkipKeyword("scalar"))
            return ParseScalarTypeExtension(start);
        if (SkipKeyword("type"))
            return ParseObjectTypeExtension(start);
        if (SkipKeyword("interface"))
            return ParseInterfaceTypeExtension(start);
        if (SkipKeyword("union"))
            return ParseUnionTypeExtension(start);
        if (SkipKeyword("enum"))
            return ParseEnumTypeExtension(start);
        return SkipKeyword("input") ? ParseInputObjectTypeExtension(start) : throw Unexpected();
    }

    private SchemaExtensionNode ParseSchemaExtension(int start)
    {
        var directives = ParseDirectives(isConst: true);
        var operationTypes = ParseOperationTypes();
        if (directives.IsEmpty && operationTypes.IsEmpty)
            throw Unexpected();
        return new SchemaExtensionNode(From(start), directives, operationTypes);
    }

    private ScalarTypeExtensionNode ParseScalarTypeExtension(int start)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        if (directives.IsEmpty)
            throw Unexpected();
        return new ScalarTypeExtensionNode(From(start), name, directives);
    }

    private ObjectTypeExtensionNode ParseObjectTypeExtension(int start)
    {
        var name = ParseName();
        var interfaces = ParseImplements();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseFieldDefinitions();
        if (interfaces.IsEmpty && directives.IsEmpty && fields.IsEmpty)
            throw Unexpected();
        return new ObjectTypeExtensionNode(From(start), name, directives, interfaces, fields);
    }

    private InterfaceTypeExtensionNode ParseInterfaceTypeExtension(int start)
    {
        var name = ParseName();
        var interfaces = ParseImplements();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseFieldDefinitions();
        if (interfaces.IsEmpty && directives.IsEmpty && fields.IsEmpty)
            throw Unexpected();
        return new InterfaceTypeExtensionNode(From(start), name, directives, interfaces, fields);
    }

    private UnionTypeExtensionNode ParseUnionTypeExtension(int start)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var types = ParseUnionMembers();
        if (directives.IsEmpty && types.IsEmpty)
            throw Unexpected();
        return new UnionTypeExtensionNode(From(start), name, directives, types);
    }

    private EnumTypeExtensionNode ParseEnumTypeExtension(int start)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var values = ParseEnumValueDefinitions();
        if (directives.IsEmpty && values.IsEmpty)
            throw Unexpected();
        return new EnumTypeExtensionNode(From(start), name, directives, values);
    }

    private InputObjectTypeExtensionNode ParseInputObjectTypeExtension(int start)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseInputValueDefinitions(TokenKind.BraceLeft, TokenKind.BraceRight);
        if (directives.IsEmpty && fields.IsEmpty)
            throw Unexpected();
        return new InputObjectTypeExtensionNode(From(start), name, directives, fields);
    }
}
