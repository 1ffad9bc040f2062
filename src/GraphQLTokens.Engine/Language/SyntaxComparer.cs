using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Language;

/// <summary>Compares trees by what they say, not by where they stand. Block and quoted strings of one value differ: they print apart.</summary>
public static class SyntaxComparer
{
    /// <summary>
    /// Whether two trees have the same shape and texts, lists in the same order. Recursion is safe: the parser lets nothing nest deeper than
    /// <see cref="ParserOptions.MaxDepth"/>.
    /// </summary>
    public static bool DeepEquals(SyntaxNode? left, SyntaxNode? right)
    {
        if (ReferenceEquals(left, right))
            return true;
        if (left is null || right is null || left.Kind != right.Kind)
            return false;
        return left switch
        {
            ValueNode a => SameValue(a, (ValueNode)right),
            TypeNode a => SameType(a, (TypeNode)right),
            SelectionNode a => SameSelection(a, (SelectionNode)right),
            ExecutableDefinitionNode a => SameExecutable(a, (ExecutableDefinitionNode)right),
            TypeSystemDefinitionNode a => SameTypeSystem(a, (TypeSystemDefinitionNode)right),
            _ => SamePart(left, right),
        };
    }

    private static bool SamePart(SyntaxNode left, SyntaxNode right) => (left, right) switch
    {
        (NameNode a, NameNode b) => a.Value == b.Value,
        (DocumentNode a, DocumentNode b) => Same(a.Definitions, b.Definitions),
        (SelectionSetNode a, SelectionSetNode b) => Same(a.Selections, b.Selections),
        (ArgumentNode a, ArgumentNode b) => DeepEquals(a.Name, b.Name) && DeepEquals(a.Value, b.Value),
        (ObjectFieldNode a, ObjectFieldNode b) => DeepEquals(a.Name, b.Name) && DeepEquals(a.Value, b.Value),
        (DirectiveNode a, DirectiveNode b) => DeepEquals(a.Name, b.Name) && Same(a.Arguments, b.Arguments),
        (VariableDefinitionNode a, VariableDefinitionNode b) =>
            DeepEquals(a.Description, b.Description) && DeepEquals(a.Variable, b.Variable) && DeepEquals(a.Type, b.Type)
            && DeepEquals(a.DefaultValue, b.DefaultValue) && Same(a.Directives, b.Directives),
        (OperationTypeDefinitionNode a, OperationTypeDefinitionNode b) => a.Operation == b.Operation && DeepEquals(a.Type, b.Type),
        (FieldDefinitionNode a, FieldDefinitionNode b) =>
            DeepEquals(a.Description, b.Description) && DeepEquals(a.Name, b.Name) && Same(a.Arguments, b.Arguments)
            && DeepEquals(a.Type, b.Type) && Same(a.Directives, b.Directives),
        (InputValueDefinitionNode a, InputValueDefinitionNode b) =>
            DeepEquals(a.Description, b.Description) && DeepEquals(a.Name, b.Name) && DeepEquals(a.Type, b.Type)
            && DeepEquals(a.DefaultValue, b.DefaultValue) && Same(a.Directives, b.Directives),
        (EnumValueDefinitionNode a, EnumValueDefinitionNode b) =>
            DeepEquals(a.Description, b.Description) && DeepEquals(a.Name, b.Name) && Same(a.Directives, b.Directives),
        _ => throw Unknown(left),
    };

    private static bool SameValue(ValueNode left, ValueNode right) => (left, right) switch
    {
        (VariableNode a, VariableNode b) => DeepEquals(a.Name, b.Name),
        (IntValueNode a, IntValueNode b) => a.Value == b.Value,
        (FloatValueNode a, FloatValueNode b) => a.Value == b.Value,
        (StringValueNode a, StringValueNode b) => a.Value == b.Value && a.IsBlock == b.IsBlock,
        (BooleanValueNode a, BooleanValueNode b) => a.Value == b.Value,
        (NullValueNode, NullValueNode) => true,
        (EnumValueNode a, EnumValueNode b) => a.Value == b.Value,
        (ListValueNode a, ListValueNode b) => Same(a.Values, b.Values),
        (ObjectValueNode a, ObjectValueNode b) => Same(a.Fields, b.Fields),
        _ => throw Unknown(left),
    };

    private static bool SameType(TypeNode left, TypeNode right) => (left, right) switch
    {
        (NamedTypeNode a, NamedTypeNode b) => DeepEquals(a.Name, b.Name),
        (ListTypeNode a, ListTypeNode b) => DeepEquals(a.Type, b.Type),
        (NonNullTypeNode a, NonNullTypeNode b) => DeepEquals(a.Type, b.Type),
        _ => throw Unknown(left),
    };

    private static bool SameSelection(SelectionNode left, SelectionNode right) => Same(left.Directives, right.Directives) && (left, right) switch
    {
        (FieldNode a, FieldNode b) =>
            DeepEquals(a.Alias, b.Alias) && DeepEquals(a.Name, b.Name) && Same(a.Arguments, b.Arguments) && DeepEquals(a.SelectionSet, b.SelectionSet),
        (FragmentSpreadNode a, FragmentSpreadNode b) => DeepEquals(a.Name, b.Name),
        (InlineFragmentNode a, InlineFragmentNode b) => DeepEquals(a.TypeCondition, b.TypeCondition) && DeepEquals(a.SelectionSet, b.SelectionSet),
        _ => throw Unknown(left),
    };

    private static bool SameExecutable(ExecutableDefinitionNode left, ExecutableDefinitionNode right) =>
        DeepEquals(left.Description, right.Description) && Same(left.VariableDefinitions, right.VariableDefinitions)
        && Same(left.Directives, right.Directives) && DeepEquals(left.SelectionSet, right.SelectionSet) && (left, right) switch
        {
            (OperationDefinitionNode a, OperationDefinitionNode b) => a.Operation == b.Operation && DeepEquals(a.Name, b.Name),
            (FragmentDefinitionNode a, FragmentDefinitionNode b) => DeepEquals(a.Name, b.Name) && DeepEquals(a.TypeCondition, b.TypeCondition),
            _ => throw Unknown(left),
        };

    private static bool SameTypeSystem(TypeSystemDefinitionNode left, TypeSystemDefinitionNode right) =>
        DeepEquals(left.Description, right.Description) && Same(left.Directives, right.Directives) && (left, right) switch
        {
            (SchemaNode a, SchemaNode b) => Same(a.OperationTypes, b.OperationTypes),
            (TypeDefinitionNode a, TypeDefinitionNode b) => DeepEquals(a.Name, b.Name) && SameMembers(a, b),
            (DirectiveDefinitionNode a, DirectiveDefinitionNode b) =>
                DeepEquals(a.Name, b.Name) && Same(a.Arguments, b.Arguments) && a.IsRepeatable == b.IsRepeatable && Same(a.Locations, b.Locations),
            _ => throw Unknown(left),
        };

    private static bool SameMembers(TypeDefinitionNode left, TypeDefinitionNode right) => (left, right) switch
    {
        (ScalarTypeNode, ScalarTypeNode) => true,
        (ObjectTypeNode a, ObjectTypeNode b) => Same(a.Interfaces, b.Interfaces) && Same(a.Fields, b.Fields),
        (InterfaceTypeNode a, InterfaceTypeNode b) => Same(a.Interfaces, b.Interfaces) && Same(a.Fields, b.Fields),
        (UnionTypeNode a, UnionTypeNode b) => Same(a.Types, b.Types),
        (EnumTypeNode a, EnumTypeNode b) => Same(a.Values, b.Values),
        (InputObjectTypeNode a, InputObjectTypeNode b) => Same(a.Fields, b.Fields),
        _ => throw Unknown(left),
    };

    private static bool Same<T>(ImmutableArray<T> left, ImmutableArray<T> right)
        where T : SyntaxNode
    {
        if (left.Length != right.Length)
            return false;
        for (var at = 0; at < left.Length; at++)
        {
            if (!DeepEquals(left[at], right[at]))
                return false;
        }

        return true;
    }

    private static InvalidOperationException Unknown(SyntaxNode node) => new($"No comparison is written for {node.Kind}.");
}
