namespace GraphQLTokens.Engine.TypeSystem.Types;

/// <summary>A type as it is referred to: a named one, or a list or non-null wrapper around another (section 3.4).</summary>
public abstract class GraphQLType
{
    /// <summary>The type inside every wrapper.</summary>
    public abstract NamedType Named { get; }

    /// <summary>The type without a non-null wrapper around it.</summary>
    public virtual GraphQLType NullableType => this;

    public bool IsNonNull => this is NonNullType;

    /// <summary>Scalars, enums, input objects and wrappers around them (section 3.4.2, IsInputType).</summary>
    public bool IsInputType => Named is ScalarType or EnumType or InputObjectType;

    /// <summary>All but input objects and wrappers around them (section 3.4.2, IsOutputType).</summary>
    public bool IsOutputType => Named is not InputObjectType;

    /// <summary>A type whose values have no fields: a scalar or an enum, unwrapped.</summary>
    public bool IsLeafType => this is ScalarType or EnumType;

    /// <summary>A type that a selection set applies to: object, interface or union, unwrapped.</summary>
    public bool IsCompositeType => this is ObjectType or InterfaceType or UnionType;

    /// <summary>An interface or union, unwrapped.</summary>
    public bool IsAbstractType => this is InterfaceType or UnionType;

    /// <summary>Whether two references are the same type, wrappers included.</summary>
    public static bool Same(GraphQLType left, GraphQLType right) => (left, right) switch
    {
        (NonNullType l, NonNullType r) => Same(l.OfType, r.OfType),
        (ListType l, ListType r) => Same(l.ItemType, r.ItemType),
        (NamedType l, NamedType r) => ReferenceEquals(l, r),
        _ => false,
    };
}
