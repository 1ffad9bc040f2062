using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using Microsoft.AspNetCore.Http;

namespace GraphQLTokens.Engine.Transports.Http;

/// <summary>
/// GraphQL over HTTP, "Status Codes": the one place that picks a status, by what the response holds and by the code of its first error.
/// <code>
///                                                Established                              September2026
/// response                                       graphql-response+json  application/json  either
/// data, no errors                                200                    200               200
/// data (also null) and errors                    200                    200               294
/// body that is no JSON                           400                    400               400
/// JSON that is no request                        400                    400               422
/// document that cannot be parsed                 400                    200               400
/// document, operation or variables refused       400                    200               422
/// method, media type, size, time, number         its own 4xx            the same          the same
/// the server's own failure                       5xx                    the same          the same
/// </code>
/// </summary>
internal static class StatusPolicy
{
    // The specification's own, which IANA does not know: HTTP clients take it for a 200 (RFC 9110, section 15).
    private const int PartialSuccess = 294;

    public static int Pick(GraphQLResponse response, ResponseMediaType mediaType, HttpStatuses statuses)
    {
        var isEdition = statuses == HttpStatuses.September2026;
        if (response.HasData)
            return isEdition && response.Errors.Count > 0 ? PartialSuccess : StatusCodes.Status200OK;
        var error = response.Errors[0];
        return OfHttp(error.Code) ?? (isEdition ? OfEdition(error) : OfDrafts(error, mediaType));
    }

    /// <summary>
    /// "Body": in the first edition <c>application/json</c> is the name of answers that went well, for clients that know no other. Whatever else comes from here says that
    /// it is GraphQL's.
    /// </summary>
    public static ResponseMediaType Label(ResponseMediaType mediaType, int status, HttpStatuses statuses) =>
        statuses == HttpStatuses.September2026 && status is < 200 or > 299 ? ResponseMediaType.GraphQLResponse : mediaType;

    // What HTTP has a status of its own for, whatever was asked.
    private static int? OfHttp(string? code) => code switch
    {
        ErrorCodes.PreflightRequired or ErrorCodes.OriginNotAllowed => StatusCodes.Status403Forbidden,
        ErrorCodes.MethodNotAllowed => StatusCodes.Status405MethodNotAllowed,
        ErrorCodes.NotAcceptable => StatusCodes.Status406NotAcceptable,
        ErrorCodes.RequestTimeout => StatusCodes.Status408RequestTimeout,
        ErrorCodes.BodyLimitExceeded => StatusCodes.Status413PayloadTooLarge,
        ErrorCodes.QueryStringLimitExceeded => StatusCodes.Status414UriTooLong,
        ErrorCodes.ConcurrencyLimitExceeded or ErrorCodes.StreamLimitExceeded => StatusCodes.Status429TooManyRequests,
        ErrorCodes.UnsupportedMediaType => StatusCodes.Status415UnsupportedMediaType,
        ErrorCodes.InternalServerError => StatusCodes.Status500InternalServerError,
        ErrorCodes.ExecutionTimeout => StatusCodes.Status503ServiceUnavailable,
        _ => null,
    };

    private static int OfEdition(GraphQLError error) =>
        error.IsUnreadable || error.Code == ErrorCodes.ParseFailed ? StatusCodes.Status400BadRequest : StatusCodes.Status422UnprocessableEntity;

    private static int OfDrafts(GraphQLError error, ResponseMediaType mediaType)
    {
        var isWellFormed = error.Code is not (ErrorCodes.BadRequest or ErrorCodes.VariablesDepthLimitExceeded or ErrorCodes.BatchLimitExceeded);
        return isWellFormed && mediaType == ResponseMediaType.Json ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
    }
}
