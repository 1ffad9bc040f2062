using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Language;

/// <summary>
/// Visits a tree in depth, children in the order of graphql-js's <c>QueryDocumentKeys</c> (close to that of the text, though a definition's
/// directives come before its members). Allocates nothing. It recurses, which is safe: the parser lets nothing nest deeper than
/// <see cref="ParserOptions.MaxDepth"/>.
/// </summary>
public abstract class SyntaxWalker
{
    /// <summary>Visits a node and all below it.</summary>
    /// <returns>False where the walk was stopped.</returns>
    public bool Walk(SyntaxNode node)
    {
        switch (Enter(node))
        {
            case WalkAction.Stop:
                return false;
            case WalkAction.Continue when !WalkChildren(node):
                return false;
        }

        Leave(node);
        return true;
    }

    /// <summary>Called before a node's children.</summary>
    protected abstract WalkAction Enter(SyntaxNode node);

    /// <summary>Called after a node's children, or in their place where they are skipped.</summary>
    protected virtual void Leave(SyntaxNode node)
    {
    }

    private bool WalkChildren(SyntaxNode node) => node.Kind switch
    {
        SyntaxKind.Document => All(((DocumentNode)node).Definitions),
        SyntaxKind.OperationDefinition => Children((OperationDefinitionNode)node),
        SyntaxKind.FragmentDefinition => Children((FragmentDefinitionNode)node),
        SyntaxKind.VariableDefinition => Children((VariableDefinitionNode)node),
        SyntaxKind.SelectionSet => All(((SelectionSetNode)node).Selections),
        SyntaxKind.Field => Children((FieldNode)node),
        SyntaxKind.FragmentSpread => Children((FragmentSpreadNode)node),
        SyntaxKind.InlineFragment => Children((InlineFragmentNode)node),
        SyntaxKind.Argument => Children((ArgumentNode)node),
        SyntaxKind.Directive => Children((DirectiveNode)node),
        SyntaxKind.Variable => Walk(((VariableNode)node).Name),
        SyntaxKind.ListValue => All(((ListValueNode)node).Values),
        SyntaxKind.ObjectValue => All(((ObjectValueNode)node).Fields),
        SyntaxKind.ObjectField => Children((ObjectFieldNode)node),
        SyntaxKind.NamedType => Walk(((NamedTypeNode)node).Name),
        SyntaxKind.ListType => Walk(((ListTypeNode)node).Type),
        SyntaxKind.NonNullType => Walk(((NonNullTypeNode)node).Type),
        SyntaxKind.SchemaDefinition or SyntaxKind.SchemaExtension => Children((SchemaNode)node),
        SyntaxKind.OperationTypeDefinition => Walk(((OperationTypeDefinitionNode)node).Type),
        SyntaxKind.ScalarTypeDefinition or SyntaxKind.ScalarTypeExtension => Head((ScalarTypeNode)node),
        SyntaxKind.ObjectTypeDefinition or SyntaxKind.ObjectTypeExtension => Children((ObjectTypeNode)node),
        SyntaxKind.InterfaceTypeDefinition or SyntaxKind.InterfaceTypeExtension => Children((InterfaceTypeNode)node),
        SyntaxKind.UnionTypeDefinition or SyntaxKind.UnionTypeExtension => Children((UnionTypeNode)node),
        SyntaxKind.EnumTypeDefinition or SyntaxKind.EnumTypeExtension => Children((EnumTypeNode)node),
        SyntaxKind.InputObjectTypeDefinition or SyntaxKind.InputObjectTypeExtension => Children((InputObjectTypeNode)node),
        SyntaxKind.FieldDefinition => Children((FieldDefinitionNode)node),
        SyntaxKind.InputValueDefinition => Children((InputValueDefinitionNode)node),
        SyntaxKind.EnumValueDefinition => Children((EnumValueDefinitionNode)node),
        SyntaxKind.DirectiveDefinition => Children((DirectiveDefinitionNode)node),
        SyntaxKind.Name or SyntaxKind.IntValue or SyntaxKind.FloatValue or SyntaxKind.StringValue or SyntaxKind.BooleanValue
            or SyntaxKind.NullValue or SyntaxKind.EnumValue => true,
    };

    private bool Children(OperationDefinitionNode node) =>
        Optional(node.Description) && Optional(node.Name) && All(node.VariableDefinitions) && All(node.Directives) && Walk(node.SelectionSet);

    private bool Children(FragmentDefinitionNode node) =>
        Optional(node.Description) && Walk(node.Name) && Walk(node.TypeCondition) && All(node.Directives) && Walk(node.SelectionSet);

    private bool Children(VariableDefinitionNode node) =>
        Optional(node.Description) && Walk(node.Variable) && Walk(node.Type) && Optional(node.DefaultValue) && All(node.Directives);

    private bool Children(FieldNode node) =>
        Optional(node.Alias) && Walk(node.Name) && All(node.Arguments) && All(node.Directives) && Optional(node.SelectionSet);

    private bool Children(FragmentSpreadNode node) => Walk(node.Name) && All(node.Directives);

    private bool Children(InlineFragmentNode node) => Optional(node.TypeCondition) && All(node.Directives) && Walk(node.SelectionSet);

    private bool Children(ArgumentNode node) => Walk(node.Name) && Walk(node.Value);

    private bool Children(DirectiveNode node) => Walk(node.Name) && All(node.Arguments);

    private bool Children(ObjectFieldNode node) => Walk(node.Name) && Walk(node.Value);

    private bool Children(SchemaNode node) => Optional(node.Description) && All(node.Directives) && All(node.OperationTypes);

    private bool Children(ObjectTypeNode node) =>
        Optional(node.Description) && Walk(node.Name) && All(node.Interfaces) && All(node.Directives) && All(node.Fields);

    private bool Children(InterfaceTypeNode node) =>
        Optional(node.Description) && Walk(node.Name) && All(node.Interfaces) && All(node.Directives) && All(node.Fields);

    private bool Children(UnionTypeNode node) => Head(node) && All(node.Types);

    private bool Children(EnumTypeNode node) => Head(node) && All(node.Values);

    private bool Children(InputObjectTypeNode node) => Head(node) && All(node.Fields);

    private bool Head(TypeDefinitionNode node) => Optional(node.Description) && Walk(node.Name) && All(node.Directives);

    private bool Children(FieldDefinitionNode node) =>
        Optional(node.Description) && Walk(node.Name) && All(node.Arguments) && Walk(node.Type) && All(node.Directives);

    private bool Children(InputValueDefinitionNode node) =>
        Optional(node.Description) && Walk(node.Name) && Walk(node.Type) && Optional(node.DefaultValue) && All(node.Directives);

    private bool Children(EnumValueDefinitionNode node) => Optional(node.Description) && Walk(node.Name) && All(node.Directives);

    private bool Children(DirectiveDefinitionNode node) =>
        Optional(node.Description) && Walk(node.Name) && All(node.Arguments) && All(node.Locations);

    private bool Optional(SyntaxNode? node) => node is null || Walk(node);

    private bool All<T>(ImmutableArray<T> nodes)
        where T : SyntaxNode
    {
        foreach (var node in nodes)
        {
            if (!Walk(node))
                return false;
        }

        return true;
    }
}
