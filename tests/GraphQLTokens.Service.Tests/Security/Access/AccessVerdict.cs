using System.Net;
using GraphQLTokens.Service.Tests.EndToEnd;

namespace GraphQLTokens.Service.Tests.Security.Access;

/// <summary>What a door said of a call, in the same words whichever door it was.</summary>
/// <param name="Words"><c>ALLOWED</c>, or the code of the refusal, and after it what was missing.</param>
internal readonly record struct AccessVerdict(string Words)
{
    public static readonly AccessVerdict Allowed = new("ALLOWED");

    public static AccessVerdict Missing(IEnumerable<string> permissions) => new($"ACCESS_DENIED {string.Join(' ', permissions)}".TrimEnd());

    /// <summary>Reads any answer: a refusal at the door, an error of a GraphQL field, or success.</summary>
    public static AccessVerdict Of(ServiceAnswer answer)
    {
        if (answer.Status is (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests) && answer.ContentType == "application/problem+json")
        {
            var missing = answer.Json.TryGetProperty("missingPermissions", out var permissions) ? permissions.EnumerateArray().Select(permission => permission.GetString()!) : null;
            return missing is null ? new(answer.Json.GetProperty("code").GetString()!) : Missing(missing);
        }

        if (answer.Status is not (HttpStatusCode.OK or HttpStatusCode.NoContent))
            return new($"neither allowed nor denied: {answer}");
        if (answer.ContentType is not "application/graphql-response+json" || answer.Errors.Count == 0)
            return Allowed;
        var error = new ServiceError(answer.Errors[0]);
        return error.Code == "ACCESS_DENIED" ? Missing(error.Has("missingPermissions") ? error.Strings("missingPermissions") : []) : new($"neither allowed nor denied: {answer}");
    }

    public override string ToString() => Words;
}
