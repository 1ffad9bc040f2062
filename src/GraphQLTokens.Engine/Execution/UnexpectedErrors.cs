using System.Diagnostics;
using GraphQLTokens.Engine.Errors;
using Microsoft.Extensions.Logging;

namespace GraphQLTokens.Engine.Execution;

/// <summary>Masks what nobody expected: the client gets one sentence and a trace id, the log gets everything under that id.</summary>
internal sealed partial class UnexpectedErrors(ILogger logger)
{
    private const string Message = "Something went wrong on our side. The trace id leads to the details in the service's log.";

    public GraphQLError Mask(Exception exception, ResponsePath? path)
    {
        var traceId = (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString();
        LogUnexpected(logger, exception, path?.ToString() ?? "the request", traceId);
        return new GraphQLError(
            Message, code: ErrorCodes.InternalServerError, extensions: new Dictionary<string, object?> { ["traceId"] = traceId });
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Unexpected error at {Path}, trace id {TraceId}")]
    private static partial void LogUnexpected(ILogger logger, Exception exception, string path, string traceId);
}
