using System.Text.Json;
using GraphQLTokens.Service.Access;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations;
using Microsoft.AspNetCore.WebUtilities;

namespace GraphQLTokens.Service.Rest;

/// <summary>
/// What a REST endpoint refuses, as RFC 9457 problem details with <c>message</c> and <c>code</c> beside, which existing clients read:
/// <code>
/// {"type":"about:blank","title":"Bad Request","status":400,"detail":"name is empty","message":"name is empty","code":"INVALID_INPUT",
///  "faults":[{"field":"name","reason":"is empty"}]}
/// </code>
/// Refusals of the caller itself are <see cref="Access.DenialResult"/>'s, in the same shape.
/// </summary>
internal sealed record RestProblem(int Status, string Code, string Message) : IResult
{
    private const string InputPrefix = "input.";

    public IReadOnlyList<InputFault> Faults { get; init; } = [];

    /// <summary>400 for values that the rules refuse: every one in the message, and each apart in <c>faults</c>.</summary>
    public static RestProblem InvalidInput(IReadOnlyList<InputFault> faults)
    {
        InputFault[] named = [.. faults.Select(fault => fault with { Field = Named(fault.Field) })];
        return new(StatusCodes.Status400BadRequest, ServiceCodes.InvalidInput, string.Join("; ", named.AsEnumerable())) { Faults = named };
    }

    /// <summary>400 for a request that could not be read.</summary>
    public static RestProblem BadRequest(string message) => new(StatusCodes.Status400BadRequest, ServiceCodes.BadRequest, message);

    /// <summary>404, for what is out of sight too.</summary>
    public static RestProblem NotFound(string message) => new(StatusCodes.Status404NotFound, ServiceCodes.NotFound, message);

    /// <summary>409 for what does not fit what is there now.</summary>
    public static RestProblem Conflict(string message) => new(StatusCodes.Status409Conflict, ServiceCodes.Conflict, message);

    /// <summary>403 for a token that stands above the caller: to hand over its value would be to hand over rights.</summary>
    public static RestProblem AboveOwnRights(IReadOnlyList<InputFault> faults) =>
        InvalidInput(faults) with { Status = StatusCodes.Status403Forbidden, Code = ServiceCodes.AccessDenied, Message = Denial.AccessDeniedWords };

    /// <summary>403: the new value would outlive the access token, and do more.</summary>
    public static RestProblem NotByAccessToken { get; } = new(
        StatusCodes.Status403Forbidden, ServiceCodes.AccessDenied, "An access token cannot rotate its own API token: use the API token's value.");

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.Headers.CacheControl = "no-store";
        response.ContentType = "application/problem+json";
        await using (var json = new Utf8JsonWriter(response.BodyWriter))
            Write(json);
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    /// <summary>Operations name the fields of GraphQL inputs; a body has them at its top.</summary>
    private static string Named(string field) => field.StartsWith(InputPrefix, StringComparison.Ordinal) ? field[InputPrefix.Length..] : field;

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", "about:blank");
        json.WriteString("title", ReasonPhrases.GetReasonPhrase(Status));
        json.WriteNumber("status", Status);
        if (Status == StatusCodes.Status403Forbidden)
            json.WriteString("error", "forbidden");
        json.WriteString("detail", Message);
        json.WriteString("message", Message);
        json.WriteString("code", Code);
        if (Faults.Count > 0)
        {
            json.WriteStartArray("faults");
            foreach (var fault in Faults)
            {
                json.WriteStartObject();
                json.WriteString("field", fault.Field);
                json.WriteString("reason", fault.Reason);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
