using System.Text.Json;
using GraphQLTokens.Engine.Errors;

namespace GraphQLTokens.Engine.Execution.Results;

/// <summary>
/// An error as JSON (section 7.1.6): `message`, then `locations`, `path` and `extensions` where there are any. What JSON cannot hold among the extensions is
/// null: an error is not lost for what was added to it.
/// </summary>
internal static class ErrorWriter
{
    private static readonly IReadOnlyDictionary<string, object?> NoExtensions = new Dictionary<string, object?>();

    public static void Write(Utf8JsonWriter writer, GraphQLError error)
    {
        writer.WriteStartObject();
        writer.WriteString("message", error.Message);
        if (error.Locations.Count > 0)
            WriteLocations(writer, error.Locations);
        if (error.Path is not null)
            WritePath(writer, error.Path);
        if (error.Code is not null || error.Extensions is { Count: > 0 })
            WriteExtensions(writer, error);
        writer.WriteEndObject();
    }

    private static void WriteLocations(Utf8JsonWriter writer, IReadOnlyList<SourceLocation> locations)
    {
        writer.WriteStartArray("locations");
        foreach (var location in locations)
        {
            writer.WriteStartObject();
            writer.WriteNumber("line", location.Line);
            writer.WriteNumber("column", location.Column);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WritePath(Utf8JsonWriter writer, ResponsePath path)
    {
        writer.WriteStartArray("path");
        foreach (var segment in path.ToSegments())
            JsonValueWriter.Write(writer, segment);
        writer.WriteEndArray();
    }

    private static void WriteExtensions(Utf8JsonWriter writer, GraphQLError error)
    {
        writer.WriteStartObject("extensions");
        if (error.Code is not null)
            writer.WriteString("code", error.Code);
        foreach (var (name, value) in error.Extensions ?? NoExtensions)
        {
            writer.WritePropertyName(name);
            JsonValueWriter.Write(writer, JsonValueWriter.CanWrite(value) ? value : null);
        }

        writer.WriteEndObject();
    }
}
