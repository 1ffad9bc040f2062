using System.Collections.Immutable;

namespace GraphQLTokens.Engine.Language.Tree;

/// <summary>A whole document (section 2.3): executable and type system definitions, in their order.</summary>
public sealed class DocumentNode(Location location, ImmutableArray<DefinitionNode> definitions) : SyntaxNode(location)
{
    public override SyntaxKind Kind => SyntaxKind.Document;

    public ImmutableArray<DefinitionNode> Definitions { get; } = definitions;
}

/// <summary>Anything that stands at the top level of a document.</summary>
public abstract class DefinitionNode(Location location) : SyntaxNode(location);

/// <summary>Operations and fragments (section 2.3): what a request is made of. Since September 2025 each may carry a description.</summary>
public abstract class ExecutableDefinitionNode(
    Location location, StringValueNode? description, ImmutableArray<VariableDefinitionNode> variableDefinitions, ImmutableArray<DirectiveNode> directives, SelectionSetNode selectionSet)
    : DefinitionNode(location)
{
    public StringValueNode? Description { get; } = description;

    /// <summary>Always empty on fragments.</summary>
    public ImmutableArray<VariableDefinitionNode> VariableDefinitions { get; } = variableDefinitions;

    public ImmutableArray<DirectiveNode> Directives { get; } = directives;

    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

public enum OperationKind
{
    Query,
    Mutation,
    Subscription,
}

/// <summary>An operation (section 2.4). Shorthand <c>{ ... }</c> is an unnamed query.</summary>
public sealed class OperationDefinitionNode(
    Location location, StringValueNode? description, OperationKind operation, NameNode? name,
    ImmutableArray<VariableDefinitionNode> variableDefinitions, ImmutableArray<DirectiveNode> directives, SelectionSetNode selectionSet)
    : ExecutableDefinitionNode(location, description, variableDefinitions, directives, selectionSet)
{
    public override SyntaxKind Kind => SyntaxKind.OperationDefinition;

    public OperationKind Operation { get; } = operation;

    public NameNode? Name { get; } = name;
}

/// <summary>A fragment (section 2.9).</summary>
public sealed class FragmentDefinitionNode(
    Location location, StringValueNode? description, NameNode name, NamedTypeNode typeCondition, ImmutableArray<DirectiveNode> directives, SelectionSetNode selectionSet)
    : ExecutableDefinitionNode(location, description, [], directives, selectionSet)
{
    public override SyntaxKind Kind => SyntaxKind.FragmentDefinition;

    public NameNode Name { get; } = name;

    public NamedTypeNode TypeCondition { get; } = typeCondition;
}

/// <summary>A variable of an operation (section 2.11).</summary>
public sealed class VariableDefinitionNode(
    Location location, StringValueNode? description, VariableNode variable, TypeNode type, ValueNode? defaultValue, ImmutableArray<DirectiveNode> directives) : SyntaxNode(location)
{
    public override SyntaxKind Kind => SyntaxKind.VariableDefinition;

    public StringValueNode? Description { get; } = description;

    public VariableNode Variable { get; } = variable;

    public TypeNode Type { get; } = type;

    public ValueNode? DefaultValue { get; } = defaultValue;

    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}
