using System.Text.Json;

namespace GraphQLTokens.Engine.Tests.Execution;

internal static class ErrorPaths
{
    /// <summary>The path of each error, as people write it, in ordinal order: <c>box.boxes[1].must</c>.</summary>
    public static string[] Of(string response)
    {
        using var json = JsonDocument.Parse(response);
        return json.RootElement.TryGetProperty("errors", out var errors)
            ? [.. errors.EnumerateArray().Select(error => error.TryGetProperty("path", out var path) ? Text(path) : "").Order(StringComparer.Ordinal)]
            : [];
    }

    private static string Text(JsonElement path) => string.Concat(path.EnumerateArray().Select((segment, index) =>
        segment.ValueKind == JsonValueKind.Number ? $"[{segment}]" : index == 0 ? segment.ToString() : $".{segment}"));
}
