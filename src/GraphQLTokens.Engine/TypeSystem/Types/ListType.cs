namespace GraphQLTokens.Engine.TypeSystem.Types;

/// <summary>A list of items (section 3.11).</summary>
public sealed class ListType(GraphQLType itemType) : GraphQLType
{
    public GraphQLType ItemType { get; } = itemType;

    public override NamedType Named => ItemType.Named;

    public override string ToString() => $"[{ItemType}]";
}
