using GraphQLTokens.Engine.Language;

namespace GraphQLTokens.Service.GraphQL;

/// <summary>schema.graphql, as it was when the service was built: the assembly carries it.</summary>
internal static class SchemaFile
{
    private const string Name = "schema.graphql";

    public static SourceText Read()
    {
        using var stream = typeof(SchemaFile).Assembly.GetManifestResourceStream(Name)
            ?? throw new InvalidOperationException($"The assembly was built without {Name}.");
        using var reader = new StreamReader(stream);
        return new SourceText(reader.ReadToEnd(), Name);
    }
}
