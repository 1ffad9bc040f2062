using System.Text.Json;

namespace GraphQLTokens.Service.Rest;

/// <summary>An answer in JSON, 200. What it says holds for its asker at this moment only, so nobody may keep it.</summary>
/// <param name="write">Writes one value.</param>
internal sealed class JsonAnswer(Action<Utf8JsonWriter> write) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.CacheControl = "no-store";
        response.ContentType = "application/json";
        await using (var json = new Utf8JsonWriter(response.BodyWriter))
            write(json);
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }
}
