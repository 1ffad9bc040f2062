using System.Collections.Immutable;

namespace GraphQLTokens.Engine.Language.Tree;

/// <summary>What stands between braces (section 2.5); never empty when parsed.</summary>
public sealed class SelectionSetNode(Location location, ImmutableArray<SelectionNode> selections) : SyntaxNode(location)
{
    public override SyntaxKind Kind => SyntaxKind.SelectionSet;

    public ImmutableArray<SelectionNode> Selections { get; } = selections;
}

/// <summary>A field, a spread or an inline fragment.</summary>
public abstract class SelectionNode(Location location, ImmutableArray<DirectiveNode> directives) : SyntaxNode(location)
{
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}

/// <summary>A field (section 2.6).</summary>
public sealed class FieldNode(
    Location location, NameNode? alias, NameNode name, ImmutableArray<ArgumentNode> arguments, ImmutableArray<DirectiveNode> directives, SelectionSetNode? selectionSet)
    : SelectionNode(location, directives)
{
    public override SyntaxKind Kind => SyntaxKind.Field;

    public NameNode? Alias { get; } = alias;

    public NameNode Name { get; } = name;

    public ImmutableArray<ArgumentNode> Arguments { get; } = arguments;

    public SelectionSetNode? SelectionSet { get; } = selectionSet;

    /// <summary>The key in the response: the alias where there is one, else the name (section 2.8).</summary>
    public string ResponseName => (Alias ?? Name).Value;
}

/// <summary>A named fragment used in a selection (section 2.9).</summary>
public sealed class FragmentSpreadNode(Location location, NameNode name, ImmutableArray<DirectiveNode> directives) : SelectionNode(location, directives)
{
    public override SyntaxKind Kind => SyntaxKind.FragmentSpread;

    public NameNode Name { get; } = name;
}

/// <summary>An inline fragment (section 2.9.2), with or without a type condition.</summary>
public sealed class InlineFragmentNode(Location location, NamedTypeNode? typeCondition, ImmutableArray<DirectiveNode> directives, SelectionSetNode selectionSet)
    : SelectionNode(location, directives)
{
    public override SyntaxKind Kind => SyntaxKind.InlineFragment;

    public NamedTypeNode? TypeCondition { get; } = typeCondition;

    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

/// <summary>A named value given to a field or a directive (section 2.7).</summary>
public sealed class ArgumentNode(Location location, NameNode name, ValueNode value) : SyntaxNode(location)
{
    public override SyntaxKind Kind => SyntaxKind.Argument;

    public NameNode Name { get; } = name;

    public ValueNode Value { get; } = value;
}

/// <summary>A directive where it is used (section 2.13).</summary>
public sealed class DirectiveNode(Location location, NameNode name, ImmutableArray<ArgumentNode> arguments) : SyntaxNode(location)
{
    public override SyntaxKind Kind => SyntaxKind.Directive;

    public NameNode Name { get; } = name;

    public ImmutableArray<ArgumentNode> Arguments { get; } = arguments;
}
