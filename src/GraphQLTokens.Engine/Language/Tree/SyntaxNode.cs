using GraphQLTokens.Engine.Errors;

namespace GraphQLTokens.Engine.Language.Tree;

/// <summary>Where a node stands: from the offset of its first token to the end of its last one, in UTF-16 code units.</summary>
public readonly record struct Location(SourceText Source, int Start, int End)
{
    /// <summary>Line and column of the first token.</summary>
    public SourceLocation ToSourceLocation() => Source.LocationOf(Start);
}

/// <summary>A node of the tree that the parser makes. Nodes are immutable; lists are never default, empty where nothing stands.</summary>
public abstract class SyntaxNode(Location location)
{
    public Location Location { get; } = location;

    public abstract SyntaxKind Kind { get; }
}

/// <summary>One value for each concrete node class, named as the class without "Node".</summary>
public enum SyntaxKind
{
    Document,
    Name,
    OperationDefinition,
    VariableDefinition,
    Variable,
    SelectionSet,
    Field,
    Argument,
    FragmentSpread,
    InlineFragment,
    FragmentDefinition,
    IntValue,
    FloatValue,
    StringValue,
    BooleanValue,
    NullValue,
    EnumValue,
    ListValue,
    ObjectValue,
    ObjectField,
    Directive,
    NamedType,
    ListType,
    NonNullType,
    SchemaDefinition,
    OperationTypeDefinition,
    ScalarTypeDefinition,
    ObjectTypeDefinition,
    FieldDefinition,
    InputValueDefinition,
    InterfaceTypeDefinition,
    UnionTypeDefinition,
    EnumTypeDefinition,
    EnumValueDefinition,
    InputObjectTypeDefinition,
    DirectiveDefinition,
    SchemaExtension,
    ScalarTypeExtension,
    ObjectTypeExtension,
    InterfaceTypeExtension,
    UnionTypeExtension,
    EnumTypeExtension,
    InputObjectTypeExtension,
}

/// <summary>A name (section 2.1.8).</summary>
public sealed class NameNode(Location location, string value) : SyntaxNode(location)
{
    public override SyntaxKind Kind => SyntaxKind.Name;

    public string Value { get; } = value;

    public override string ToString() => Value;
}
