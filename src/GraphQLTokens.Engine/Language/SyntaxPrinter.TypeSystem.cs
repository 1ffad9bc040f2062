using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Language;

public sealed partial class SyntaxPrinter
{
    private void WriteTypeSystemDefinition(TypeSystemDefinitionNode definition)
    {
        WriteDescription(definition.Description);
        _text.Append(definition is IExtensionNode ? "extend " : "");
        switch (definition)
        {
            case SchemaNode schema:
                _text.Append("schema");
                WriteDirectives(schema.Directives);
                WriteMembers(schema.OperationTypes);
                break;
            case ScalarTypeNode scalar:
                WriteTypeHead("scalar ", scalar);
                break;
            case ObjectTypeNode type:
                WriteTypeHead("type ", type, type.Interfaces);
                WriteMembers(type.Fields);
                break;
            case InterfaceTypeNode type:
                WriteTypeHead("interface ", type, type.Interfaces);
                WriteMembers(type.Fields);
                break;
            case UnionTypeNode union:
                WriteTypeHead("union ", union);
                WriteJoined(" = ", union.Types, " | ");
                break;
            case EnumTypeNode type:
                WriteTypeHead("enum ", type);
                WriteMembers(type.Values);
                break;
            case InputObjectTypeNode input:
                WriteTypeHead("input ", input);
                WriteMembers(input.Fields);
                break;
            case DirectiveDefinitionNode directive:
                _text.Append("directive @").Append(directive.Name.Value);
                WriteArgumentDefinitions(directive.Arguments);
                _text.Append(directive.IsRepeatable ? " repeatable" : "");
                WriteJoined(" on ", directive.Locations, " | ");
                break;
        }
    }

    /// <summary>Whether braces might follow, and none do.</summary>
    private static bool LacksBody(SyntaxNode? definition) => definition is
        SchemaExtensionNode { OperationTypes.IsEmpty: true }
        or ObjectTypeNode { Fields.IsEmpty: true }
        or InterfaceTypeNode { Fields.IsEmpty: true }
        or EnumTypeNode { Values.IsEmpty: true }
        or InputObjectTypeNode { Fields.IsEmpty: true };

    private void WriteTypeHead(string keyword, TypeDefinitionNode type) => WriteTypeHead(keyword, type, []);

    private void WriteTypeHead(string keyword, TypeDefinitionNode type, ImmutableArray<NamedTypeNode> interfaces)
    {
        _text.Append(keyword).Append(type.Name.Value);
        WriteJoined(" implements ", interfaces, " & ");
        WriteDirectives(type.Directives);
    }

    private void WriteMembers<T>(ImmutableArray<T> members)
        where T : SyntaxNode
    {
        if (members.IsEmpty)
            return;
        _text.Append(' ');
        WriteBlock(members);
    }

    private void WriteMember(SyntaxNode member)
    {
        switch (member)
        {
            case OperationTypeDefinitionNode operationType:
                _text.Append(KeywordOf(operationType.Operation)).Append(": ").Append(operationType.Type.Name.Value);
                break;
            case FieldDefinitionNode field:
                WriteDescription(field.Description);
                _text.Append(field.Name.Value);
                WriteArgumentDefinitions(field.Arguments);
                _text.Append(": ");
                Write(field.Type);
                WriteDirectives(field.Directives);
                break;
            case InputValueDefinitionNode input:
                WriteDescription(input.Description);
                WriteNamed(input.Name, input.Type);
                WriteDefault(input.DefaultValue);
                WriteDirectives(input.Directives);
                break;
            case EnumValueDefinitionNode value:
                WriteDescription(value.Description);
                _text.Append(value.Name.Value);
                WriteDirectives(value.Directives);
                break;
        }
    }

    /// <summary>On one line where each takes one line (a description takes more), else a line or more each.</summary>
    private void WriteArgumentDefinitions(ImmutableArray<InputValueDefinitionNode> arguments)
    {
        var start = _text.Here;
        WriteInParentheses(arguments);
        if (!_text.HasLineEndSince(start))
            return;
        _text.GoBack(start);
        WriteLines('(', arguments, ')');
    }
}
