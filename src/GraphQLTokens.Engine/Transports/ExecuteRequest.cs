using GraphQLTokens.Engine.Execution;

namespace GraphQLTokens.Engine.Transports;

/// <summary>What stands behind every transport: the executor, seen as the one thing that a transport needs of it.</summary>
internal delegate ValueTask<GraphQLResponse> ExecuteRequest(GraphQLRequest request, CancellationToken cancellationToken);
