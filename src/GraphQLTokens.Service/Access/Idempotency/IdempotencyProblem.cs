using System.Text.Json;
using GraphQLTokens.Service.Domain;
using Microsoft.AspNetCore.WebUtilities;

namespace GraphQLTokens.Service.Access.Idempotency;

/// <summary>Why a request with an idempotency key is not done, as RFC 9457 problem details, the same through every door.</summary>
internal sealed record IdempotencyProblem(int Status, string Code, string Message) : IResult
{
    public static readonly IdempotencyProblem InvalidKey = new(
        StatusCodes.Status400BadRequest, ServiceCodes.IdempotencyKeyInvalid, "The header Idempotency-Key must be one key of 1 to 255 printable ASCII characters.");

    public static readonly IdempotencyProblem InUse = new(
        StatusCodes.Status409Conflict, ServiceCodes.IdempotencyKeyInUse, "The first request with this Idempotency-Key is still being done: send it again in a moment.");

    public static readonly IdempotencyProblem OtherRequest = new(
        StatusCodes.Status422UnprocessableEntity, ServiceCodes.IdempotencyKeyReused, "This Idempotency-Key was used for another request: each request needs a key of its own.");

    public static readonly IdempotencyProblem OtherValue = new(
        StatusCodes.Status422UnprocessableEntity, ServiceCodes.IdempotencyKeyReused, "This Idempotency-Key was used under another value of your token, which alone can open the answer.");

    public static readonly IdempotencyProblem OtherField = new(
        StatusCodes.Status422UnprocessableEntity, ServiceCodes.IdempotencyNotSupported, "An Idempotency-Key goes with one mutation field, createAPIToken or rotateAPIToken, and with nothing else beside it.");

    public static readonly IdempotencyProblem OtherEndpoint = new(
        StatusCodes.Status422UnprocessableEntity, ServiceCodes.IdempotencyNotSupported, "An Idempotency-Key goes with making and rotating tokens only.");

    public static readonly IdempotencyProblem NoApiKey = new(
        StatusCodes.Status422UnprocessableEntity, ServiceCodes.IdempotencyNotSupported, "An Idempotency-Key goes with an API token's own value only, under which the answer is sealed.");

    // The first request takes no longer than a write.
    private const string RetryAfterSeconds = "1";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.Headers.CacheControl = "no-store";
        if (Status == StatusCodes.Status409Conflict)
            response.Headers.RetryAfter = RetryAfterSeconds;
        response.ContentType = "application/problem+json";
        await using (var json = new Utf8JsonWriter(response.BodyWriter))
        {
            json.WriteStartObject();
            json.WriteString("type", "about:blank");
            json.WriteString("title", ReasonPhrases.GetReasonPhrase(Status));
            json.WriteNumber("status", Status);
            json.WriteString("detail", Message);
            json.WriteString("message", Message);
            json.WriteString("code", Code);
            json.WriteEndObject();
        }
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }
}
