using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Transports.Http;

namespace GraphQLTokens.Engine.Tests.Transports.Http;

public sealed class StatusPolicyTests
{
    [Theory]
    [InlineData(ErrorCodes.ParseFailed, 400, 200, 400)]
    [InlineData(ErrorCodes.ValidationFailed, 400, 200, 422)]
    [InlineData(ErrorCodes.BadUserInput, 400, 200, 422)]
    [InlineData(ErrorCodes.OperationResolutionFailed, 400, 200, 422)]
    [InlineData(ErrorCodes.TokenLimitExceeded, 400, 200, 422)]
    [InlineData("A_CODE_OF_THE_SERVICE", 400, 200, 422)]
    [InlineData(ErrorCodes.BadRequest, 400, 400, 422)]
    [InlineData(ErrorCodes.VariablesDepthLimitExceeded, 400, 400, 422)]
    [InlineData(ErrorCodes.BatchLimitExceeded, 400, 400, 422)]
    [InlineData(ErrorCodes.PreflightRequired, 403, 403, 403)]
    [InlineData(ErrorCodes.OriginNotAllowed, 403, 403, 403)]
    [InlineData(ErrorCodes.MethodNotAllowed, 405, 405, 405)]
    [InlineData(ErrorCodes.NotAcceptable, 406, 406, 406)]
    [InlineData(ErrorCodes.RequestTimeout, 408, 408, 408)]
    [InlineData(ErrorCodes.BodyLimitExceeded, 413, 413, 413)]
    [InlineData(ErrorCodes.QueryStringLimitExceeded, 414, 414, 414)]
    [InlineData(ErrorCodes.UnsupportedMediaType, 415, 415, 415)]
    [InlineData(ErrorCodes.ConcurrencyLimitExceeded, 429, 429, 429)]
    [InlineData(ErrorCodes.StreamLimitExceeded, 429, 429, 429)]
    [InlineData(ErrorCodes.InternalServerError, 500, 500, 500)]
    [InlineData(ErrorCodes.ExecutionTimeout, 503, 503, 503)]
    public void Picks_by_the_code_where_nothing_was_executed(string code, int modern, int legacy, int edition)
    {
        var response = RecordingExecutor.Refusal(code);
        Assert.Equal(modern, StatusPolicy.Pick(response, ResponseMediaType.GraphQLResponse, HttpStatuses.Established));
        Assert.Equal(legacy, StatusPolicy.Pick(response, ResponseMediaType.Json, HttpStatuses.Established));
        Assert.Equal(edition, StatusPolicy.Pick(response, ResponseMediaType.GraphQLResponse, HttpStatuses.September2026));
        Assert.Equal(edition, StatusPolicy.Pick(response, ResponseMediaType.Json, HttpStatuses.September2026));
    }

    [Theory]
    [InlineData(HttpStatuses.Established)]
    [InlineData(HttpStatuses.September2026)]
    public void Is_400_where_nothing_could_be_read(HttpStatuses statuses)
    {
        var response = GraphQLResponse.RequestError(Refusals.Unreadable("no JSON"));
        Assert.Equal(400, StatusPolicy.Pick(response, ResponseMediaType.GraphQLResponse, statuses));
        Assert.Equal(400, StatusPolicy.Pick(response, ResponseMediaType.Json, statuses));
    }

    [Theory]
    [InlineData(HttpStatuses.Established, 200)]
    [InlineData(HttpStatuses.September2026, 294)]
    public void Is_2xx_where_there_is_data(HttpStatuses statuses, int partial)
    {
        foreach (var mediaType in Enum.GetValues<ResponseMediaType>())
        {
            Assert.Equal(200, StatusPolicy.Pick(RecordingExecutor.NoData, mediaType, statuses));
            Assert.Equal(partial, StatusPolicy.Pick(RecordingExecutor.Partial(), mediaType, statuses));
        }
    }

    [Theory]
    [InlineData(200, HttpStatuses.September2026, false)]
    [InlineData(294, HttpStatuses.September2026, false)]
    [InlineData(422, HttpStatuses.September2026, true)]
    [InlineData(500, HttpStatuses.September2026, true)]
    [InlineData(422, HttpStatuses.Established, false)]
    public void Labels_what_did_not_go_well_as_GraphQLs_in_the_first_edition(int status, HttpStatuses statuses, bool isLabelled)
    {
        Assert.Equal(
            isLabelled ? ResponseMediaType.GraphQLResponse : ResponseMediaType.Json, StatusPolicy.Label(ResponseMediaType.Json, status, statuses));
        Assert.Equal(ResponseMediaType.GraphQLResponse, StatusPolicy.Label(ResponseMediaType.GraphQLResponse, status, statuses));
    }
}
