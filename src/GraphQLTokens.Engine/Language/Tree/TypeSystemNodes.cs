using System.Collections.Immutable;

namespace GraphQLTokens.Engine.Language.Tree;

/// <summary>A definition of section 3. Extensions (<see cref="IExtensionNode"/>) have no description.</summary>
public abstract class TypeSystemDefinitionNode(Location location, StringValueNode? description, ImmutableArray<DirectiveNode> directives) : DefinitionNode(location)
{
    public StringValueNode? Description { get; } = description;

    /// <summary>Always empty on directive definitions.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}

/// <summary>Marks <c>extend ...</c>.</summary>
public interface IExtensionNode;

/// <summary>What defines a schema or adds to it (sections 3.3, 3.3.2).</summary>
public abstract class SchemaNode(Location location, StringValueNode? description, ImmutableArray<DirectiveNode> directives, ImmutableArray<OperationTypeDefinitionNode> operationTypes)
    : TypeSystemDefinitionNode(location, description, directives)
{
    public ImmutableArray<OperationTypeDefinitionNode> OperationTypes { get; } = operationTypes;
}

public sealed class SchemaDefinitionNode(
    Location location, StringValueNode? description, ImmutableArray<DirectiveNode> directives, ImmutableArray<OperationTypeDefinitionNode> operationTypes)
    : SchemaNode(location, description, directives, operationTypes)
{
    public override SyntaxKind Kind => SyntaxKind.SchemaDefinition;
}

public sealed class SchemaExtensionNode(Location location, ImmutableArray<DirectiveNode> directives, ImmutableArray<OperationTypeDefinitionNode> operationTypes)
    : SchemaNode(location, null, directives, operationTypes), IExtensionNode
{
    public override SyntaxKind Kind => SyntaxKind.SchemaExtension;
}

/// <summary><c>query: Query</c> within a schema definition.</summary>
public sealed class OperationTypeDefinitionNode(Location location, OperationKind operation, NamedTypeNode type) : SyntaxNode(location)
{
    public override SyntaxKind Kind => SyntaxKind.OperationTypeDefinition;

    public OperationKind Operation { get; } = operation;

    public NamedTypeNode Type { get; } = type;
}

/// <summary>A directive's definition (section 3.13).</summary>
public sealed class DirectiveDefinitionNode(
    Location location, StringValueNode? description, NameNode name, ImmutableArray<InputValueDefinitionNode> arguments, bool isRepeatable, ImmutableArray<NameNode> locations)
    : TypeSystemDefinitionNode(location, description, [])
{
    public override SyntaxKind Kind => SyntaxKind.DirectiveDefinition;

    public NameNode Name { get; } = name;

    public ImmutableArray<InputValueDefinitionNode> Arguments { get; } = arguments;

    public bool IsRepeatable { get; } = isRepeatable;

    /// <summary>As written; the parser admits only the names of section 3.13.</summary>
    public ImmutableArray<NameNode> Locations { get; } = locations;
}

/// <summary>A field of an object or interface type (section 3.6).</summary>
public sealed class FieldDefinitionNode(
    Location location, StringValueNode? description, NameNode name, ImmutableArray<InputValueDefinitionNode> arguments, TypeNode type, ImmutableArray<DirectiveNode> directives)
    : SyntaxNode(location)
{
    public override SyntaxKind Kind => SyntaxKind.FieldDefinition;

    public StringValueNode? Description { get; } = description;

    public NameNode Name { get; } = name;

    public ImmutableArray<InputValueDefinitionNode> Arguments { get; } = arguments;

    public TypeNode Type { get; } = type;

    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}

/// <summary>An argument's definition, or a field of an input object (sections 3.6.1, 3.10).</summary>
public sealed class InputValueDefinitionNode(
    Location location, StringValueNode? description, NameNode name, TypeNode type, ValueNode? defaultValue, ImmutableArray<DirectiveNode> directives) : SyntaxNode(location)
{
    public override SyntaxKind Kind => SyntaxKind.InputValueDefinition;

    public StringValueNode? Description { get; } = description;

    public NameNode Name { get; } = name;

    public TypeNode Type { get; } = type;

    public ValueNode? DefaultValue { get; } = defaultValue;

    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}

/// <summary>A value of an enum type (section 3.9).</summary>
public sealed class EnumValueDefinitionNode(Location location, StringValueNode? description, NameNode name, ImmutableArray<DirectiveNode> directives) : SyntaxNode(location)
{
    public override SyntaxKind Kind => SyntaxKind.EnumValueDefinition;

    public StringValueNode? Description { get; } = description;

    public NameNode Name { get; } = name;

    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}
