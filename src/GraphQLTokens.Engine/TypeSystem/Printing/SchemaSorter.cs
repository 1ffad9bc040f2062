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
        var directives = schema.DirectiveDefinitions.Where(IsOwn).OrderBy(directive => directive.Name, NaturalOrder.Instance);
        var types = schema.Types.Where(type => !type.IsBuiltIn).OrderBy(type => type.Name, NaturalOrder.Instance).ToList();
        IEnumerable<DefinitionNode> definitions =
        [
            .. schema.Nodes,
            .. directives.Select(directive => SortedDefinitions.Of(directive.Node!)),
            .. types.SelectMany(type => SortedDefinitions.Of(type.Nodes)),
        ];
        return SchemaBuilder.Build(
            [new DocumentNode(default, [.. definitions])],
            new() { Scalars = [.. types.OfType<ScalarType>().Select(type => type.Coercion)], LenientDirectives = true });
    }

    // Not IsBuiltIn: that is a matter of the name, and a schema may define such a directive again.
    private static bool IsOwn(DirectiveDefinition directive) => !Enumerable.Contains(BuiltInParts.Instance.Directives, directive);
}
