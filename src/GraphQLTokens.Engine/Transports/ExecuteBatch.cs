using GraphQLTokens.Engine.Execution;

namespace GraphQLTokens.Engine.Transports;

/// <summary>What stands behind batches: the executor, seen as what answers requests that came together.</summary>
internal delegate ValueTask<IReadOnlyList<GraphQLResponse>> ExecuteBatch(IReadOnlyList<GraphQLRequest> requests, CancellationToken cancellationToken);
