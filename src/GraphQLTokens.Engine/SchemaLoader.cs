using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.TypeSystem;

namespace GraphQLTokens.Engine;

/// <summary>From the text of schema files to a <see cref="Schema"/>, at start-up.</summary>
public static class SchemaLoader
{
    /// <summary>Reads the sources as parts of one schema; a type in one may extend a type of another.</summary>
    /// <exception cref="SyntaxException">A source is no GraphQL.</exception>
    /// <exception cref="SchemaException">The schema breaks rules of section 3.</exception>
    public static Schema Load(IEnumerable<SourceText> sources, SchemaBuilderOptions? options = null) =>
        SchemaBuilder.Build([.. sources.Select(source => Parser.Parse(source, ParserOptions.Trusted))], options);

    /// <inheritdoc cref="Load(IEnumerable{SourceText}, SchemaBuilderOptions?)"/>
    public static Schema Load(string text, SchemaBuilderOptions? options = null) => Load([new SourceText(text, "schema")], options);
}
