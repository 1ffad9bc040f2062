using System.Globalization;
using System.Text.Json;
using GraphQLTokens.Engine.Errors;

namespace GraphQLTokens.Engine.Transports.Http;

/// <summary>What HTTP itself refuses, in words for the client's developer. None of them repeats what was sent.</summary>
internal static class Refusals
{
    public static GraphQLError Malformed(string message) => new(message, code: ErrorCodes.BadRequest);

    /// <summary>As <see cref="Malformed"/>, of bytes that cannot be read as JSON.</summary>
    public static GraphQLError Unreadable(string message) => new(message, code: ErrorCodes.BadRequest) { IsUnreadable = true };

    /// <param name="name">The parameter, e.g. `variables`.</param>
    /// <param name="exception">Its position is the place in the text that was read.</param>
    public static GraphQLError NotJson(string name, JsonException exception) => Unreadable(string.Create(
        CultureInfo.InvariantCulture,
        $"{name} is not valid JSON: see line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}."));

    public static GraphQLError TooDeep(string name, int limit) => LimitExceeded.Error(
        ErrorCodes.VariablesDepthLimitExceeded, string.Create(CultureInfo.InvariantCulture, $"{name} nests deeper than {limit} levels."), limit);

    public static GraphQLError BodyTooLong(long limit) => LimitExceeded.Error(
        ErrorCodes.BodyLimitExceeded, string.Create(CultureInfo.InvariantCulture, $"The request body is longer than {limit} bytes."), limit);

    public static GraphQLError BatchingOff() => Malformed("The request body is a JSON array, and batching is turned off: send one object at a time.");

    public static GraphQLError BatchTooLong(int count, int limit) => LimitExceeded.Error(
        ErrorCodes.BatchLimitExceeded, string.Create(CultureInfo.InvariantCulture, $"The batch holds {count} requests; at most {limit} are allowed."), limit, count);

    public static GraphQLError QueryStringTooLong(int limit) => LimitExceeded.Error(
        ErrorCodes.QueryStringLimitExceeded,
        string.Create(CultureInfo.InvariantCulture, $"The query string is longer than {limit} characters; send the request by POST."),
        limit);

    public static GraphQLError TooSlow() => new("The request body did not arrive in time.", code: ErrorCodes.RequestTimeout);

    public static GraphQLError MethodNotAllowed(string allow) => new(
        $"This HTTP method is not supported; use one of: {allow}.", code: ErrorCodes.MethodNotAllowed);

    public static GraphQLError NotAcceptable() => new(
        "The Accept header admits neither application/graphql-response+json nor application/json.", code: ErrorCodes.NotAcceptable);

    public static GraphQLError UnsupportedMediaType() => new(
        "A POST needs the header Content-Type: application/json, encoded as UTF-8.", code: ErrorCodes.UnsupportedMediaType);

    public static GraphQLError UnsupportedEncoding() => new(
        "The request body must be sent without a Content-Encoding.", code: ErrorCodes.UnsupportedMediaType);

    public static GraphQLError PreflightRequired(IEnumerable<string> headers) => new(
        $"A GET needs one of these headers, so that other sites cannot send it in a browser's name: {string.Join(", ", headers)}.",
        code: ErrorCodes.PreflightRequired);
}
