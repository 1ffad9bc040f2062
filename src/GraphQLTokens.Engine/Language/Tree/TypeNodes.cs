namespace GraphQLTokens.Engine.Language.Tree;

/// <summary>A reference to a type (section 2.12).</summary>
public abstract class TypeNode(Location location) : SyntaxNode(location);

public sealed class NamedTypeNode(Location location, NameNode name) : TypeNode(location)
{
    public override SyntaxKind Kind => SyntaxKind.NamedType;

    public NameNode Name { get; } = name;

    public override string ToString() => Name.Value;
}

public sealed class ListTypeNode(Location location, TypeNode type) : TypeNode(location)
{
    public override SyntaxKind Kind => SyntaxKind.ListType;

    public TypeNode Type { get; } = type;

    public override string ToString() => $"[{Type}]";
}

/// <summary>A type with an exclamation mark; what it wraps is never itself non-null.</summary>
public sealed class NonNullTypeNode(Location location, TypeNode type) : TypeNode(location)
{
    public override SyntaxKind Kind => SyntaxKind.NonNullType;

    public TypeNode Type { get; } = type;

    public override string ToString() => $"{Type}!";
}
