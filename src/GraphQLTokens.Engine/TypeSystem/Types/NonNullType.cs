namespace GraphQLTokens.Engine.TypeSystem.Types;

/// <summary>A type without null (section 3.12); never wraps another non-null type.</summary>
public sealed class NonNullType(GraphQLType ofType) : GraphQLType
{
    public GraphQLType OfType { get; } = ofType;

    public override NamedType Named => OfType.Named;

    public override GraphQLType NullableType => OfType;

    public override string ToString() => $"{OfType}!";
}
