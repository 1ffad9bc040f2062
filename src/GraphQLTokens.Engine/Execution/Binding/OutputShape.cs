using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Execution.Binding;

/// <summary>The wrappers around an output type (section 3.4.1), taken off once, so that completing a value asks for no type.</summary>
/// <param name="IsNonNull">Null may not stand here.</param>
/// <param name="Item">The shape of the items; null where this is no list.</param>
internal sealed record OutputShape(bool IsNonNull, OutputShape? Item)
{
    public static OutputShape Of(GraphQLType type) =>
        new(type.IsNonNull, type.NullableType is ListType list ? Of(list.ItemType) : null);
}
