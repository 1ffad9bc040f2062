using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Coercion;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.Building;

/// <summary>
/// Coerces default values once, when the schema is built. A default that is an input object takes the defaults of the fields that it leaves
/// out, so these come first. Defaults that do not coerce, or need themselves, stay null here: the rules on types report them.
/// </summary>
internal sealed class DefaultValueAssigner
{
    private readonly HashSet<InputValueDefinition> seen = [];

    public static void Assign(SchemaParts parts)
    {
        var assigner = new DefaultValueAssigner();
        foreach (var definition in parts.OwnInputValues)
            assigner.Assign(definition);
    }

    private void Assign(InputValueDefinition definition)
    {
        if (definition.DefaultValueNode is not { } literal || definition.DefaultValue is not null || !seen.Add(definition))
            return;
        AssignFieldsOf(literal, definition.Type.Named);
        if (LiteralCoercion.TryCoerce(literal, definition.Type, variables: null, out var value))
            definition.DefaultValue = value;
    }

    private void AssignFieldsOf(ValueNode literal, NamedType type)
    {
        if (type is not InputObjectType input)
            return;
        if (literal is ListValueNode list)
        {
            foreach (var item in list.Values)
                AssignFieldsOf(item, type);
        }
        else if (literal is ObjectValueNode value)
        {
            foreach (var field in input.Fields)
            {
                if (value.Fields.FirstOrDefault(given => given.Name.Value == field.Name) is { } given)
                    AssignFieldsOf(given.Value, field.Type.Named);
                else
                    Assign(field);
            }
        }
    }
}
