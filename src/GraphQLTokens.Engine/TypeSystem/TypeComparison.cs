using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem;

/// <summary>How two types of one schema relate.</summary>
public static class TypeComparison
{
    /// <summary>
    /// Section 3.6, IsValidImplementationFieldType: whether every value of one type is a value of the other. A non-null type is a subtype of
    /// its nullable form, a list follows its items, and a possible type or an implementing interface is a subtype of the abstract type.
    /// </summary>
    public static bool IsSubType(Schema schema, GraphQLType maybeSub, GraphQLType super) => (maybeSub, super) switch
    {
        (NonNullType sub, NonNullType over) => IsSubType(schema, sub.OfType, over.OfType),
        (_, NonNullType) => false,
        (NonNullType sub, _) => IsSubType(schema, sub.OfType, super),
        (ListType sub, ListType over) => IsSubType(schema, sub.ItemType, over.ItemType),
        (NamedType sub, NamedType over) => IsSubType(schema, sub, over),
        _ => false,
    };

    /// <summary>Section 5.5.2.3: whether some object type is possible for both, so that a value of one may turn out to be of the other.</summary>
    public static bool DoTypesOverlap(Schema schema, NamedType left, NamedType right)
    {
        if (ReferenceEquals(left, right))
            return true;
        foreach (var candidate in schema.PossibleTypes(left))
        {
            if (schema.IsPossibleType(right, candidate))
                return true;
        }

        return false;
    }

    private static bool IsSubType(Schema schema, NamedType maybeSub, NamedType super) =>
        ReferenceEquals(maybeSub, super) || (super, maybeSub) switch
        {
            (InterfaceType over, InterfaceType sub) => sub.Interfaces.Contains(over),
            (InterfaceType or UnionType, ObjectType sub) => schema.IsPossibleType(super, sub),
            _ => false,
        };
}
