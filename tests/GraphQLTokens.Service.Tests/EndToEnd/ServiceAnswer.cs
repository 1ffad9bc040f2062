using System.Net;
using System.Text.Json;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>What came back, read whole.</summary>
internal sealed record ServiceAnswer(HttpStatusCode Status, string? ContentType, string? CacheControl, string Challenges, string Text)
{
    public static async Task<ServiceAnswer> ReadAsync(HttpResponseMessage response) => new(
        response.StatusCode,
        response.Content.Headers.ContentType?.MediaType,
        response.Headers.CacheControl?.ToString(),
        response.Headers.WwwAuthenticate.ToString(),
        await response.Content.ReadAsStringAsync())
    {
        Headers = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
    };

    /// <summary>Every header, those of the content too; several values of one are joined.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);

    /// <summary>The data of a GraphQL answer without errors.</summary>
    public JsonElement Data
    {
        get
        {
            Assert.Equal(HttpStatusCode.OK, Status);
            var json = Json;
            Assert.False(json.TryGetProperty("errors", out _), Text);
            return json.GetProperty("data");
        }
    }

    public IReadOnlyList<JsonElement> Errors => Json.TryGetProperty("errors", out var errors) ? [.. errors.EnumerateArray()] : [];

    /// <summary>The one error of a GraphQL answer.</summary>
    public ServiceError Error
    {
        get
        {
            Assert.True(Errors.Count == 1, Text);
            return new ServiceError(Errors[0]);
        }
    }

    public override string ToString() => $"{(int)Status} {Text}";
}

/// <summary>An error of a GraphQL answer.</summary>
internal sealed record ServiceError(JsonElement Json)
{
    public string Message => Json.GetProperty("message").GetString()!;

    public string Code => Extension("code").GetString()!;

    /// <summary>As <c>createAPIToken.token</c> or <c>nodes.0</c>; empty where there is none.</summary>
    public string Path => Json.TryGetProperty("path", out var path) ? string.Join('.', path.EnumerateArray()) : "";

    public JsonElement Extension(string name) => Json.GetProperty("extensions").GetProperty(name);

    public bool Has(string extension) => Json.GetProperty("extensions").TryGetProperty(extension, out _);

    public string[] Strings(string extension) => [.. Extension(extension).EnumerateArray().Select(value => value.GetString()!)];
}
