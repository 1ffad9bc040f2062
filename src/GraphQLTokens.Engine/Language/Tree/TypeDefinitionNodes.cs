using System.Collections.Immutable;

namespace GraphQLTokens.Engine.Language.Tree;

/// <summary>What defines a named type or adds to it (section 3.4). A definition and its extension share one shape.</summary>
public abstract class TypeDefinitionNode(Location location, StringValueNode? description, NameNode name, ImmutableArray<DirectiveNode> directives)
    : TypeSystemDefinitionNode(location, description, directives)
{
    public NameNode Name { get; } = name;
}

/// <summary>A scalar type (section 3.5).</summary>
public abstract class ScalarTypeNode(
    Location location, StringValueNode? description, NameNode name, ImmutableArray<DirectiveNode> directives)
    : TypeDefinitionNode(location, description, name, directives);

public sealed class ScalarTypeDefinitionNode(
    Location location, StringValueNode? description, NameNode name, ImmutableArray<DirectiveNode> directives)
    : ScalarTypeNode(location, description, name, directives)
{
    public override SyntaxKind Kind => SyntaxKind.ScalarTypeDefinition;
}

public sealed class ScalarTypeExtensionNode(Location location, NameNode name, ImmutableArray<DirectiveNode> directives)
    : ScalarTypeNode(location, null, name, directives), IExtensionNode
{
    public override SyntaxKind Kind => SyntaxKind.ScalarTypeExtension;
}

/// <summary>An object type (section 3.6).</summary>
public abstract class ObjectTypeNode(
    Location location, StringValueNode? description, NameNode name, ImmutableArray<DirectiveNode> directives, ImmutableArray<NamedTypeNode> interfaces, ImmutableArray<FieldDefinitionNode> fields)
    : TypeDefinitionNode(location, description, name, directives)
{
    public ImmutableArray<NamedTypeNode> Interfaces { get; } = interfaces;

    public ImmutableArray<FieldDefinitionNode> Fields { get; } = fields;
}

public sealed class ObjectTypeDefinitionNode(
    Location location, StringValueNode? description, NameNode name, ImmutableArray<DirectiveNode> directives, ImmutableArray<NamedTypeNode> interfaces, ImmutableArray<FieldDefinitionNode> fields)
    : ObjectTypeNode(location, description, name, directives, interfaces, fields)
{
    public override SyntaxKind Kind => SyntaxKind.ObjectTypeDefinition;
}

public sealed class ObjectTypeExtensionNode(Location location, NameNode name, ImmutableArray<DirectiveNode> directives, ImmutableArray<NamedTypeNode> interfaces, ImmutableArray<FieldDefinitionNode> fields)
    : ObjectTypeNode(location, null, name, directives, interfaces, fields), IExtensionNode
{
    public override SyntaxKind Kind => SyntaxKind.ObjectTypeExtension;
}

/// <summary>An interface type (section 3.7).</summary>
public abstract class InterfaceTypeNode(
    Location location, StringValueNode? description, NameNode name, ImmutableArray<DirectiveNode> directives, ImmutableArray<NamedTypeNode> interfaces, ImmutableArray<FieldDefinitionNode> fields)
    : TypeDefinitionNode(location, description, name, directives)
{
    public ImmutableArray<NamedTypeNode> Interfaces { get; } = interfaces;

    public ImmutableArray<FieldDefinitionNode> Fields { get; } = fields;
}

public sealed class InterfaceTypeDefinitionNode(
    Location location, StringValueNode? description, NameNode name, ImmutableArray<DirectiveNode> directives, ImmutableArray<NamedTypeNode> interfaces, ImmutableArray<FieldDefinitionNode> fields)
    : InterfaceTypeNode(location, description, name, directives, interfaces, fields)
{
    public override SyntaxKind Kind => SyntaxKind.InterfaceTypeDefinition;
}

public sealed class InterfaceTypeExtensionNode(Location location, NameNode name, ImmutableArray<DirectiveNode> directives, ImmutableArray<NamedTypeNode> interfaces, ImmutableArray<FieldDefinitionNode> fields)
    : InterfaceTypeNode(location, null, name, directives, interfaces, fields), IExtensionNode
{
    public override SyntaxKind Kind => SyntaxKind.InterfaceTypeExtension;
}

/// <summary>A union type (section 3.8).</summary>
public abstract class UnionTypeNode(
    Location location, StringValueNode? description, NameNode name, ImmutableArray<DirectiveNode> directives, ImmutableArray<NamedTypeNode> types)
    : TypeDefinitionNode(location, description, name, directives)
{
    public ImmutableArray<NamedTypeNode> Types { get; } = types;
}

public sealed class UnionTypeDefinitionNode(
    Location location, StringValueNode? description, NameNode name, ImmutableArray<DirectiveNode> directives, ImmutableArray<NamedTypeNode> types)
    : UnionTypeNode(location, description, name, directives, types)
{
    public override SyntaxKind Kind => SyntaxKind.UnionTypeDefinition;
}

public sealed class UnionTypeExtensionNode(Location location, NameNode name, ImmutableArray<DirectiveNode> directives, ImmutableArray<NamedTypeNode> types)
    : UnionTypeNode(location, null, name, directives, types), IExtensionNode
{
    public override SyntaxKind Kind => SyntaxKind.UnionTypeExtension;
}

/// <summary>An enum type (section 3.9).</summary>
public abstract class EnumTypeNode(
    Location location, StringValueNode? description, NameNode name, ImmutableArray<DirectiveNode> directives, ImmutableArray<EnumValueDefinitionNode> values)
    : TypeDefinitionNode(location, description, name, directives)
{
    public ImmutableArray<EnumValueDefinitionNode> Values { get; } = values;
}

public sealed class EnumTypeDefinitionNode(
    Location location, StringValueNode? description, NameNode name, ImmutableArray<DirectiveNode> directives, ImmutableArray<EnumValueDefinitionNode> values)
    : EnumTypeNode(location, description, name, directives, values)
{
    public override SyntaxKind Kind => SyntaxKind.EnumTypeDefinition;
}

public sealed class EnumTypeExtensionNode(Location location, NameNode name, ImmutableArray<DirectiveNode> directives, ImmutableArray<EnumValueDefinitionNode> values)
    : EnumTypeNode(location, null, name, directives, values), IExtensionNode
{
    public override SyntaxKind Kind => SyntaxKind.EnumTypeExtension;
}

/// <summary>An input object type (section 3.10).</summary>
public abstract class InputObjectTypeNode(
    Location location, StringValueNode? description, NameNode name, ImmutableArray<DirectiveNode> directives, ImmutableArray<InputValueDefinitionNode> fields)
    : TypeDefinitionNode(location, description, name, directives)
{
    public ImmutableArray<InputValueDefinitionNode> Fields { get; } = fields;
}

public sealed class InputObjectTypeDefinitionNode(
    Location location, StringValueNode? description, NameNode name, ImmutableArray<DirectiveNode> directives, ImmutableArray<InputValueDefinitionNode> fields)
    : InputObjectTypeNode(location, description, name, directives, fields)
{
    public override SyntaxKind Kind => SyntaxKind.InputObjectTypeDefinition;
}

public sealed class InputObjectTypeExtensionNode(Location location, NameNode name, ImmutableArray<DirectiveNode> directives, ImmutableArray<InputValueDefinitionNode> fields)
    : InputObjectTypeNode(location, null, name, directives, fields), IExtensionNode
{
    public override SyntaxKind Kind => SyntaxKind.InputObjectTypeExtension;
}
