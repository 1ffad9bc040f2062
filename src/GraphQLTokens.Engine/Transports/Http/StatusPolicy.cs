using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using Microsoft.AspNetCore.Http;

namespace GraphQLTokens.Engine.Transports.Http;

/// <summary>
/// GraphQL over HTTP, "Status Codes": the one place that picks a status, by what the response holds and by the code of its first error.
/// <code>
/// response                                       graphql-response+json     application/json
/// data, no errors                                200                       200
/// data (also null) and errors                    294 (an option)           200
/// document, operation or variables refused       400                       200
/// request not well-formed, method, media type,   its own 4xx               the same
///   size, time, operations at once
/// the server's own failure                       5xx                       the same
/// </code>
/// For a refused document the specification asks for "an appropriate 4xx", since 2026 rather 422; the conformance suite (npm graphql-http)
/// asks for 400, which clients have known longer. As <c>application/json</c> such a request stays a 200, as before the specification.
/// </summary>
internal static class StatusPolicy
{
    public static int Pick(GraphQLResponse response, ResponseMediaType mediaType, int partialSuccess)
    {
        var modern = mediaType == ResponseMediaType.GraphQLResponse;
        if (response.HasData)
            return modern && response.Errors.Count > 0 ? partialSuccess : StatusCodes.Status200OK;

        return response.Errors[0].Code switch
        {
            ErrorCodes.BadRequest or ErrorCodes.VariablesDepthLimitExceeded or ErrorCodes.BatchLimitExceeded => StatusCodes.Status400BadRequest,
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
            _ => modern ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
        };
    }
}
