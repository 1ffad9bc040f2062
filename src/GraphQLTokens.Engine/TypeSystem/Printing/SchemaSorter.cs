using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Introspection;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.Printing;

/// <summary>
/// The same schema in the order of its names, as graphql-js's <c>lexicographicSortSchema</c> has it, so that two schemas can be compared as
/// text: types, fields, arguments, enum values, interfaces, members of unions, directives and their locations.
/// </summary>
public static class SchemaSorter
{
    /// <summary>Sorts the text that the schema was built from, extensions merged in, and builds it again: coerced values follow the new order.</summary>
    public static Schema Sort(Schema schema)
    {
        IEnumerable<DefinitionNode> definitions =
        [
            .. schema.Nodes,
            .. schema.DirectiveDefinitions.Where(IsOwn).Select(directive => SortedDefinitions.Of(directive.Node!)).OrderBy(node => node.Name.Value, NaturalOrder.Instance),
            .. schema.Types.Where(type => !type.IsBuiltIn).OrderBy(type => type.Name, NaturalOrder.Instance).SelectMany(type => SortedDefinitions.Of(type.Nodes)),
        ];
        var scalars = schema.Types.OfType<ScalarType>().Where(type => !type.IsBuiltIn).Select(type => type.Coercion);
        return SchemaBuilder.Build([new DocumentNode(default, [.. definitions])], new() { Scalars = [.. scalars], LenientDirectives = true });
    }

    // Not IsBuiltIn: that is a matter of the name, and a schema may define such a directive again.
    private static bool IsOwn(DirectiveDefinition directive) => !Enumerable.Contains(BuiltInParts.Instance.Directives, directive);
}
