using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.Coercion;

/// <summary>What literals and JSON have in common once the fields of an input object are coerced (section 3.10).</summary>
internal static class InputObjectRules
{
    /// <summary>Fills absent slots with defaults. False where a required field is missing or a OneOf input object does not hold exactly one value.</summary>
    public static bool TryComplete(InputObjectType type, object?[] slots)
    {
        var given = 0;
        for (var index = 0; index < slots.Length; index++)
        {
            var field = type.Fields[index];
            if (!ReferenceEquals(slots[index], InputValues.Absent))
            {
                given++;
                if (type.IsOneOf && slots[index] is null)
                    return false;
            }
            else if (field.HasDefault)
            {
                slots[index] = field.DefaultValue;
            }
            else if (field.Type.IsNonNull)
            {
                return false;
            }
        }

        return !type.IsOneOf || given == 1;
    }
}
