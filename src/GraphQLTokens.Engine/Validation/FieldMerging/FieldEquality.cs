using System.Collections.Immutable;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Validation.FieldMerging;

/// <summary>What must be equal for two fields to be one in the response.</summary>
internal static class FieldEquality
{
    /// <summary>Section 5.3.2, SameResponseShape, without what is selected inside: lists and non-null alike, and leafs of one type.</summary>
    public static bool HaveSameShape(GraphQLType left, GraphQLType right) => (left, right) switch
    {
        (NonNullType l, NonNullType r) => HaveSameShape(l.OfType, r.OfType),
        (ListType l, ListType r) => HaveSameShape(l.ItemType, r.ItemType),
        (NamedType l, NamedType r) => ReferenceEquals(l, r) || (l.IsCompositeType && r.IsCompositeType),
        _ => false,
    };

    /// <summary>Whether two fields can be told apart by none of their arguments; the order of arguments and of fields of objects does not matter.</summary>
    public static bool HaveSameArguments(FieldNode left, FieldNode right)
    {
        if (left.Arguments.Length != right.Arguments.Length)
            return false;
        for (var index = 0; index < left.Arguments.Length; index++)
        {
            var argument = left.Arguments[index];
            if (ArgumentOf(right.Arguments, argument.Name.Value, index) is not { } other || !AreSame(argument.Value, other))
                return false;
        }

        return true;
    }

    // Recursion is bounded by the parser's depth limit.
    private static bool AreSame(ValueNode left, ValueNode right)
    {
        switch (left, right)
        {
            case (ListValueNode l, ListValueNode r):
                if (l.Values.Length != r.Values.Length)
                    return false;
                for (var index = 0; index < l.Values.Length; index++)
                {
                    if (!AreSame(l.Values[index], r.Values[index]))
                        return false;
                }

                return true;
            case (ObjectValueNode l, ObjectValueNode r):
                return HaveSameFields(l.Fields, r.Fields);
            default:
                return SyntaxComparer.DeepEquals(left, right);
        }
    }

    private static bool HaveSameFields(ImmutableArray<ObjectFieldNode> left, ImmutableArray<ObjectFieldNode> right)
    {
        if (left.Length != right.Length)
            return false;
        var byName = new Lazy<Dictionary<string, ObjectFieldNode>>(() => right.DistinctBy(field => field.Name.Value).ToDictionary(field => field.Name.Value, StringComparer.Ordinal));
        for (var index = 0; index < left.Length; index++)
        {
            var name = left[index].Name.Value;
            var other = right[index].Name.Value == name ? right[index] : byName.Value.GetValueOrDefault(name);
            if (other is null || !AreSame(left[index].Value, other.Value))
                return false;
        }

        return true;
    }

    private static ValueNode? ArgumentOf(ImmutableArray<ArgumentNode> arguments, string name, int likelyIndex)
    {
        if (arguments[likelyIndex].Name.Value == name)
            return arguments[likelyIndex].Value;
        foreach (var argument in arguments)
        {
            if (argument.Name.Value == name)
                return argument.Value;
        }

        return null;
    }
}
