using System.Text.Json;

namespace GraphQLTokens.Engine.Tests.Transports;

/// <summary>What came back: everything that a test looks at, read whole.</summary>
internal sealed record HttpAnswer(int Status, string ContentType, string Body, long? ContentLength, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The code of the first error; null where there is none.</summary>
    public string? Code => FirstError is { } error && error.TryGetProperty("extensions", out var extensions) ? extensions.GetProperty("code").GetString() : null;

    public string? Message => FirstError?.GetProperty("message").GetString();

    private JsonElement? FirstError =>
        JsonDocument.Parse(Body).RootElement.TryGetProperty("errors", out var errors) ? errors[0] : null;

    public static async Task<HttpAnswer> ReadAsync(HttpResponseMessage response)
    {
        var headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new HttpAnswer(
            (int)response.StatusCode,
            headers.GetValueOrDefault("Content-Type", ""),
            await response.Content.ReadAsStringAsync(),
            response.Content.Headers.ContentLength,
            headers);
    }
}
