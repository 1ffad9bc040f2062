using GraphQLTokens.Engine.Execution;

namespace GraphQLTokens.Engine.Transports;

/// <summary>What stands behind the live transports: the executor, seen as what starts an operation of any kind.</summary>
internal delegate ValueTask<GraphQLResult> StartRequest(GraphQLRequest request, CancellationToken cancellationToken);
