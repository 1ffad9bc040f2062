using GraphQLTokens.Engine.Execution;
using Microsoft.Extensions.Logging;

namespace GraphQLTokens.Engine.Transports.WebSockets;

/// <summary>What all connections of an endpoint share.</summary>
/// <param name="MaxVariablesDepth">See <see cref="Http.GraphQLHttpOptions.MaxVariablesDepth"/>.</param>
internal sealed record ConnectionSurroundings(
    StartRequest Start, GraphQLWebSocketOptions Options, int MaxVariablesDepth, ServerLife Life, UnexpectedErrors Unexpected, ILogger Log);
