using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Validation;

// Definitions of section 3 in a request: refused by ExecutableDefinitions; what else is wrong with them is said as well.
internal sealed partial class ValidationWalk
{
    private void TypeSystem(TypeSystemDefinitionNode definition)
    {
        facts = null;
        at.IsInTypeSystem = true;
        Directives(definition, definition.Directives);
        switch (definition)
        {
            case SchemaNode schemaNode:
                foreach (var operationType in schemaNode.OperationTypes)
                    Enter(operationType.Type);
                break;
            case ObjectTypeNode type:
                Types(type.Interfaces);
                Fields(type.Fields);
                break;
            case InterfaceTypeNode type:
                Types(type.Interfaces);
                Fields(type.Fields);
                break;
            case UnionTypeNode type:
                Types(type.Types);
                break;
            case EnumTypeNode type:
                foreach (var value in type.Values)
                    Directives(value, value.Directives);
                break;
            case InputObjectTypeNode type:
                InputValues(type.Fields);
                break;
            case DirectiveDefinitionNode directive:
                InputValues(directive.Arguments);
                break;
        }

        at.IsInTypeSystem = false;
    }

    private void Types(ImmutableArray<NamedTypeNode> types)
    {
        foreach (var type in types)
            Enter(type);
    }

    private void Fields(ImmutableArray<FieldDefinitionNode> fields)
    {
        foreach (var field in fields)
        {
            InputValues(field.Arguments);
            Type(field.Type);
            Directives(field, field.Directives);
        }
    }

    private void InputValues(ImmutableArray<InputValueDefinitionNode> values)
    {
        foreach (var value in values)
        {
            Type(value.Type);
            if (value.DefaultValue is { } defaultValue)
                Value(defaultValue, null, null, hasDefault: false);
            Directives(value, value.Directives);
        }
    }
}
