using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem;

/// <summary>Type references as written (section 2.12) to the types that they mean.</summary>
public static class TypeReferences
{
    /// <summary>The type with its wrappers, or null where the schema has no type of that name.</summary>
    public static GraphQLType? Resolve(Schema schema, TypeNode reference)
    {
        // Recursion is bounded by the parser's depth limit.
        switch (reference)
        {
            case NonNullTypeNode nonNull:
                return Resolve(schema, nonNull.Type) is { } inner ? new NonNullType(inner) : null;
            case ListTypeNode list:
                return Resolve(schema, list.Type) is { } item ? new ListType(item) : null;
            case NamedTypeNode named:
                return schema.Types.TryGet(named.Name.Value, out var type) ? type : null;
            default:
                throw new ArgumentException($"A {reference.Kind} is no type reference.", nameof(reference));
        }
    }
}
