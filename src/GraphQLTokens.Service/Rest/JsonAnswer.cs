using System.IO.Pipelines;
using System.Text.Json;

namespace GraphQLTokens.Service.Rest;

/// <summary>An answer in JSON. What it says holds for its asker at this moment only, so nobody may keep it.</summary>
/// <param name="status">Of success.</param>
/// <param name="write">Writes one value.</param>
internal sealed class JsonAnswer(int status, Action<Utf8JsonWriter> write) : IResult
{
    [ThreadStatic]
    private static Utf8JsonWriter? idle;

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
        Write(response.BodyWriter);
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    // One writer a thread serves all answers. A fault while writing loses it with the answer.
    private void Write(PipeWriter body)
    {
        var json = idle ?? new Utf8JsonWriter(body);
        idle = null;
        json.Reset(body);
        write(json);
        json.Flush();
        json.Reset(Stream.Null);
        idle = json;
    }
}
