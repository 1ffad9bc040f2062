using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Transports.Http;

namespace GraphQLTokens.Engine.Tests.Transports.Http;

public sealed class StatusPolicyTests
{
    [Theory]
    [InlineData(ErrorCodes.ParseFailed, 400, 200)]
    [InlineData(ErrorCodes.ValidationFailed, 400, 200)]
    [InlineData(ErrorCodes.BadUserInput, 400, 200)]
    [InlineData(ErrorCodes.OperationResolutionFailed, 400, 200)]
    [InlineData(ErrorCodes.TokenLimitExceeded, 400, 200)]
    [InlineData("A_CODE_OF_THE_SERVICE", 400, 200)]
    [InlineData(ErrorCodes.BadRequest, 400, 400)]
    [InlineData(ErrorCodes.VariablesDepthLimitExceeded, 400, 400)]
    [InlineData(ErrorCodes.PreflightRequired, 403, 403)]
    [InlineData(ErrorCodes.MethodNotAllowed, 405, 405)]
    [InlineData(ErrorCodes.NotAcceptable, 406, 406)]
    [InlineData(ErrorCodes.RequestTimeout, 408, 408)]
    [InlineData(ErrorCodes.BodyLimitExceeded, 413, 413)]
    [InlineData(ErrorCodes.QueryStringLimitExceeded, 414, 414)]
    [InlineData(ErrorCodes.UnsupportedMediaType, 415, 415)]
    [InlineData(ErrorCodes.InternalServerError, 500, 500)]
    [InlineData(ErrorCodes.ExecutionTimeout, 503, 503)]
    public void Picks_by_the_code_where_nothing_was_executed(string code, int modern, int legacy)
    {
        var response = RecordingExecutor.Refusal(code);
        Assert.Equal(modern, Pick(response, ResponseMediaType.GraphQLResponse));
        Assert.Equal(legacy, Pick(response, ResponseMediaType.Json));
    }

    [Fact]
    public void Is_200_where_all_went_well()
    {
        Assert.Equal(200, Pick(RecordingExecutor.NoData, ResponseMediaType.GraphQLResponse));
        Assert.Equal(200, Pick(RecordingExecutor.NoData, ResponseMediaType.Json));
    }

    [Fact]
    public void Tells_partial_success_only_to_who_named_the_newer_type()
    {
        Assert.Equal(294, Pick(RecordingExecutor.Partial(), ResponseMediaType.GraphQLResponse));
        Assert.Equal(200, Pick(RecordingExecutor.Partial(), ResponseMediaType.Json));
    }

    [Fact]
    public void Tells_partial_success_by_another_status_on_request()
    {
        Assert.Equal(200, StatusPolicy.Pick(RecordingExecutor.Partial(), ResponseMediaType.GraphQLResponse, partialSuccess: 200));
    }

    private static int Pick(GraphQLResponse response, ResponseMediaType mediaType) =>
        StatusPolicy.Pick(response, mediaType, new GraphQLHttpOptions().PartialSuccessStatus);
}
