using System.Diagnostics.CodeAnalysis;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.Coercion;

/// <summary>
/// Literals to coerced values (the input coercion parts of sections 3.5 to 3.12, and 6.4.1 for variables inside them).
/// Answers yes or no: validation has said long before in which words a literal is wrong; what can fail here is a variable.
/// </summary>
public static class LiteralCoercion
{
    /// <param name="value">What <see cref="InputValues"/> describes; null for a null literal.</param>
    /// <param name="variables">Null where no variable may stand: in schemas.</param>
    public static bool TryCoerce(ValueNode literal, GraphQLType type, IVariableValues? variables, out object? value)
    {
        // Recursion is bounded by the parser's depth limit.
        value = null;
        if (literal is VariableNode variable)
            return TryVariable(variable, type, variables, out value);
        if (type is NonNullType nonNull)
            return literal is not NullValueNode && TryCoerce(literal, nonNull.OfType, variables, out value) && value is not null;
        if (literal is NullValueNode)
            return true;
        return type switch
        {
            ListType list => TryList(literal, list, variables, out value),
            InputObjectType input => literal is ObjectValueNode node && TryInputObject(node, input, variables, out value),
            EnumType @enum => TryEnum(literal, @enum, out value),
            ScalarType scalar => TryScalar(literal, scalar, variables, out value),
            _ => false,
        };
    }

    /// <summary>A variable that was not given leaves the place where it stands as if nothing stood there: only the caller can do that.</summary>
    internal static bool IsAbsentVariable(ValueNode literal, IVariableValues? variables) =>
        literal is VariableNode variable && variables?.TryGet(variable.Name.Value, out _) != true;

    private static bool TryVariable(VariableNode variable, GraphQLType type, IVariableValues? variables, out object? value)
    {
        value = null;
        return variables?.TryGet(variable.Name.Value, out value) == true && (value is not null || !type.IsNonNull);
    }

    // Section 3.11: a value that is no list is a list of one; an absent variable inside a list counts as null.
    private static bool TryList(ValueNode literal, ListType type, IVariableValues? variables, out object? value)
    {
        value = null;
        if (literal is not ListValueNode list)
        {
            if (!TryCoerce(literal, type.ItemType, variables, out var only))
                return false;
            value = new[] { only };
            return true;
        }

        var items = new object?[list.Values.Length];
        for (var index = 0; index < items.Length; index++)
        {
            if (IsAbsentVariable(list.Values[index], variables))
            {
                if (type.ItemType.IsNonNull)
                    return false;
            }
            else if (!TryCoerce(list.Values[index], type.ItemType, variables, out items[index]))
            {
                return false;
            }
        }

        value = items;
        return true;
    }

    private static bool TryInputObject(ObjectValueNode literal, InputObjectType type, IVariableValues? variables, [NotNullWhen(true)] out object? value)
    {
        value = null;
        var slots = new object?[type.Fields.Count];
        Array.Fill(slots, InputValues.Absent);
        foreach (var field in literal.Fields)
        {
            var index = type.Fields.IndexOf(field.Name.Value);
            if (index < 0)
                return false;
            if (IsAbsentVariable(field.Value, variables))
            {
                // Section 3.10.1: the one field of a OneOf input object must be given.
                if (type.IsOneOf)
                    return false;
                continue;
            }

            if (!TryCoerce(field.Value, type.Fields[index].Type, variables, out slots[index]))
                return false;
        }

        if (!InputObjectRules.TryComplete(type, slots))
            return false;
        value = new InputValues(type.Fields, slots);
        return true;
    }

    private static bool TryEnum(ValueNode literal, EnumType type, out object? value)
    {
        value = literal is EnumValueNode name && type.Values.TryGet(name.Value, out var known) ? known.Name : null;
        return value is not null;
    }

    private static bool TryScalar(ValueNode literal, ScalarType type, IVariableValues? variables, out object? value)
    {
        value = null;
        return VariableSubstitution.TryReplace(literal, variables, out var constant)
            && type.Coercion.TryCoerceLiteral(constant, out value, out _);
    }
}
