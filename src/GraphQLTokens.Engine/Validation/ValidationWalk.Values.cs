using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Validation;

internal sealed partial class ValidationWalk
{
    private void Arguments(ImmutableArray<ArgumentNode> arguments, NamedList<InputValueDefinition>? definitions)
    {
        foreach (var argument in arguments)
        {
            InputValueDefinition? definition = null;
            definitions?.TryGet(argument.Name.Value, out definition);
            Value(argument.Value, definition?.Type, null, definition?.HasDefault == true);
        }
    }

    private void Value(ValueNode value, GraphQLType? type, GraphQLType? parentType, bool hasDefault)
    {
        if (value is VariableNode variable)
        {
            facts?.Add(new VariableUsage(variable, type, hasDefault, parentType?.NullableType is InputObjectType { IsOneOf: true } oneOf ? oneOf : null));
            return;
        }

        (at.InputType, at.ParentInputType) = (type, parentType);
        Enter(value);
        switch (value)
        {
            case ListValueNode list:
                // Section 3.11: what is asked for inside a list where none is expected, is what was asked for around it.
                var nullable = type?.NullableType;
                var itemType = nullable is ListType listType ? listType.ItemType : nullable;
                foreach (var item in list.Values)
                    Value(item, itemType, type, hasDefault: false);
                Leave(value);
                break;
            case ObjectValueNode fields:
                ObjectFields(fields, type);
                Leave(value);
                break;
        }

        (at.InputType, at.ParentInputType) = (null, null);
    }

    private void ObjectFields(ObjectValueNode value, GraphQLType? type)
    {
        var definitions = (type?.Named as InputObjectType)?.Fields;
        foreach (var field in value.Fields)
        {
            InputValueDefinition? definition = null;
            definitions?.TryGet(field.Name.Value, out definition);
            (at.InputType, at.ParentInputType) = (definition?.Type, type);
            Enter(field);
            Value(field.Value, definition?.Type, type, definition?.HasDefault == true);
        }
    }
}
