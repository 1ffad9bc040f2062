using System.Text.Json;

namespace GraphQLTokens.Service.OAuth;

/// <summary>A JSON object as an answer that nobody keeps: RFC 6749 section 5.1 asks for both headers.</summary>
internal sealed class OAuthAnswer(int status, Action<Utf8JsonWriter> members) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.Headers.CacheControl = "no-store";
        response.Headers.Pragma = "no-cache";
        response.ContentType = "application/json";
        await using (var json = new Utf8JsonWriter(response.BodyWriter))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }
}
