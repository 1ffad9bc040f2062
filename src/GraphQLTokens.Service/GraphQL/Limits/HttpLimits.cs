using GraphQLTokens.Engine.Execution.Concurrency;
using GraphQLTokens.Engine.Transports.Http;
using GraphQLTokens.Engine.Transports.Sse;
using GraphQLTokens.Engine.Transports.WebSockets;
using GraphQLTokens.Service.Access;
using GraphQLTokens.Service.Hosting;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.GraphQL.Limits;

/// <summary>Hands the settings to the engine's transports: what holds for requests over HTTP, event streams and WebSockets. Who calls, the door adds.</summary>
internal sealed class HttpLimits(
    IOptions<GraphQLSettings> graphQL, IOptions<StreamSettings> streams, IOptions<BatchingSettings> batching, IOptions<LimitSettings> server, AllowedOrigins origins,
    CallerReaderStreams callers, Drain drain)
{
    private readonly GraphQLSettings graphQL = graphQL.Value;
    private readonly StreamSettings streams = streams.Value;
    private readonly LimitSettings server = server.Value;

    public GraphQLHttpOptions Options => new()
    {
        MaxBodyBytes = server.MaxRequestBodyBytes,
        MaxQueryStringLength = server.MaxRequestLineBytes,
        MaxVariablesDepth = graphQL.MaxVariablesDepth,
        MaxBatchSize = batching.Value.MaxRequests,
        AllowGet = graphQL.AllowGet,
        Statuses = graphQL.Statuses,
        // Browsers send none of them across sites without having asked first.
        RequiredPreflightHeaders = [CallerReader.ApiKeyHeader, "Authorization", "GraphQL-Require-Preflight"],
        Leaving = drain.Over,
        EventStreams = new EventStreamOptions { HeartbeatInterval = streams.HeartbeatInterval, SendTimeout = streams.SendTimeout },
        WebSockets = new GraphQLWebSocketOptions
        {
            Admit = callers.AdmitAsync,
            AllowsOrigin = origins.AllowsPage,
            Connections = new CallerConcurrency(CallerKey.Of, streams.MaxConnectionsPerCaller),
            MaxMessageBytes = server.MaxRequestBodyBytes,
            MaxInitBytes = streams.MaxInitBytes,
            MaxHeldBytes = streams.MaxHeldBytes,
            MaxOperations = streams.MaxOperationsPerConnection,
            InitTimeout = streams.InitTimeout,
            KeepAliveInterval = streams.HeartbeatInterval,
            SendTimeout = streams.SendTimeout,
            CloseTimeout = streams.CloseTimeout,
        },
    };
}
