using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Concurrency;
using Microsoft.Extensions.Logging;

namespace GraphQLTokens.Engine.Transports.WebSockets;

/// <summary>What all connections of an endpoint share.</summary>
/// <param name="MaxVariablesDepth">See <see cref="Http.GraphQLHttpOptions.MaxVariablesDepth"/>.</param>
/// <param name="Connections">Those of each caller.</param>
internal sealed record ConnectionSurroundings(
    StartRequest Start, GraphQLWebSocketOptions Options, int MaxVariablesDepth, RunningExecutions Connections, ServerLife Life, UnexpectedErrors Unexpected, ILogger Log);
