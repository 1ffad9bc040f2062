using System.Text.Json;

namespace GraphQLTokens.Service.Rest;

/// <summary>An answer in JSON. What it says holds for its asker at this moment only, so nobody may keep it.</summary>
/// <param name="status">Of success.</param>
/// <param name="write">Writes one value.</param>
internal sealed class JsonAnswer(int status, Action<Utf8JsonWriter> write) : IResult
{
    /// <summary>200.</summary>
    public JsonAnswer(Action<Utf8JsonWriter> write)
        : this(StatusCodes.Status200OK, write)
    {
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.Headers.CacheControl = "no-store";
        response.ContentType = "application/json";
        await using (var json = new Utf8JsonWriter(response.BodyWriter))
            write(json);
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }
}
