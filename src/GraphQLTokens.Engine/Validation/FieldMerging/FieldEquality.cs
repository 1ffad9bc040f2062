using System.Collections.Immutable;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Validation.FieldMerging;

/// <summary>What must be equal for two fields to be one in the response.</summary>
internal static class FieldEquality
{
    // Up to here a look at each is faster than hashing.
    private const int FewArguments = 16;

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
        if (left.Arguments.Length > FewArguments)
            return HaveSameManyArguments(left.Arguments, right.Arguments);
        foreach (var argument in left.Arguments)
        {
            if (ValueOf(right.Arguments, argument.Name.Value) is not { } other || !AreSame(argument.Value, other))
                return false;
        }

        return true;
    }

    private static bool HaveSameManyArguments(ImmutableArray<ArgumentNode> left, ImmutableArray<ArgumentNode> right)
    {
        var byName = new Dictionary<string, ValueNode>(right.Length, StringComparer.Ordinal);
        foreach (var argument in right)
            byName[argument.Name.Value] = argument.Value;
        foreach (var argument in left)
        {
            if (!byName.TryGetValue(argument.Name.Value, out var other) || !AreSame(argument.Value, other))
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
        if (!HaveSameNamesInOrder(left, right))
            (left, right) = (InOrderOfNames(left), InOrderOfNames(right));
        for (var index = 0; index < left.Length; index++)
        {
            if (left[index].Name.Value != right[index].Name.Value || !AreSame(left[index].Value, right[index].Value))
                return false;
        }

        return true;
    }

    private static bool HaveSameNamesInOrder(ImmutableArray<ObjectFieldNode> left, ImmutableArray<ObjectFieldNode> right)
    {
        for (var index = 0; index < left.Length; index++)
        {
            if (left[index].Name.Value != right[index].Name.Value)
                return false;
        }

        return true;
    }

    // Stable, so that of fields that share a name, which another rule refuses, each meets its like.
    private static ImmutableArray<ObjectFieldNode> InOrderOfNames(ImmutableArray<ObjectFieldNode> fields) =>
        [.. fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal)];

    // The last one where several share a name, so that a field with such arguments is the same as no other; it is refused for them anyway.
    private static ValueNode? ValueOf(ImmutableArray<ArgumentNode> arguments, string name)
    {
        for (var index = arguments.Length - 1; index >= 0; index--)
        {
            if (arguments[index].Name.Value == name)
                return arguments[index].Value;
        }

        return null;
    }
}
