using System.Net;
using System.Text.Json;
using GraphQLTokens.Service.Tests.EndToEnd;

namespace GraphQLTokens.Service.Tests.Security.Access;

/// <summary>What a door said of a call, in the same words whichever door it was.</summary>
/// <param name="Words"><c>ALLOWED</c>, or the code of the refusal, and after it what was missing.</param>
internal readonly record struct AccessVerdict(string Words)
{
    public static readonly AccessVerdict Allowed = new("ALLOWED");

    public static AccessVerdict Missing(IEnumerable<string> permissions) => new($"ACCESS_DENIED {string.Join(' ', permissions)}".TrimEnd());

    /// <summary>Reads any answer over HTTP: a refusal at the door, in its own shape or in that of OAuth, an error of a GraphQL field, or success.</summary>
    public static AccessVerdict Of(ServiceAnswer answer)
    {
        if (answer.Status is (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests) && answer.ContentType == "application/problem+json")
        {
            var missing = answer.Json.TryGetProperty("missingPermissions", out var permissions) ? permissions.EnumerateArray().Select(permission => permission.GetString()!) : null;
            return missing is null ? new(answer.Json.GetProperty("code").GetString()!) : Missing(missing);
        }

        if (answer.Status is (HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized) && answer.ContentType == "application/json"
            && answer.Json.TryGetProperty("error", out var error) && error.GetString() is "invalid_client" or "invalid_grant")
            return RefusalWords.VerdictOf(answer.Json.GetProperty("error_description").GetString()!);
        if (answer.Status is not (HttpStatusCode.OK or HttpStatusCode.NoContent))
            return new($"neither allowed nor denied: {answer}");
        return answer.ContentType is "application/graphql-response+json" ? OfResponse(answer.Json) : Allowed;
    }

    /// <summary>Reads a GraphQL response, whatever brought it.</summary>
    public static AccessVerdict OfResponse(JsonElement response) => response.TryGetProperty("errors", out var errors) ? OfErrors(errors) : Allowed;

    /// <summary>Reads the errors of a GraphQL response, of which the first tells.</summary>
    public static AccessVerdict OfErrors(JsonElement errors)
    {
        var error = new ServiceError(errors[0]);
        return error.Code == "ACCESS_DENIED" ? Missing(error.Has("missingPermissions") ? error.Strings("missingPermissions") : []) : new($"neither allowed nor denied: {errors}");
    }

    public override string ToString() => Words;
}
