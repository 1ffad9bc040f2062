using GraphQLTokens.Engine.TypeSystem;

namespace GraphQLTokens.Engine.Tests.TypeSystem;

/// <summary>What is wrong with a schema, each fault as its message and its places: <c>Unknown type "A". [1:17 2:5]</c>.</summary>
internal static class SchemaFaultsIn
{
    public static string[] Text(string sdl, SchemaBuilderOptions? options = null)
    {
        try
        {
            SchemaLoader.Load(sdl, options);
            return [];
        }
        catch (SchemaException exception)
        {
            return [.. exception.Errors.Select(error => $"{error.Message} [{string.Join(' ', error.Locations.Select(at => $"{at.Line}:{at.Column}"))}]")];
        }
    }
}
