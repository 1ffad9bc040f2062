using GraphQLTokens.Engine.TypeSystem.Scalars;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem;

/// <summary>The fields that every schema has without declaring them (section 4.1).</summary>
/// <param name="Schema"><c>__schema: __Schema!</c></param>
/// <param name="Type"><c>__type(name: String!): __Type</c></param>
public sealed record MetaFields(FieldDefinition Schema, FieldDefinition Type)
{
    /// <summary><c>__typename: String!</c>, on every object, interface and union (section 4.2).</summary>
    public static FieldDefinition TypeName { get; } = new(
        "__typename", "The name of the current Object type at runtime.", new NonNullType(BuiltInScalars.String), NamedList<InputValueDefinition>.Empty);
}
