using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Transports.Sse;
using GraphQLTokens.Engine.Transports.WebSockets;
using Microsoft.AspNetCore.Http;

namespace GraphQLTokens.Engine.Transports.Http;

/// <summary>How GraphQL is served over HTTP. One instance may serve several routes; it does not change once made.</summary>
/// <exception cref="ArgumentOutOfRangeException">A limit below 1 (below 0 for <see cref="MaxBatchSize"/>).</exception>
public sealed record GraphQLHttpOptions
{
    /// <summary>The longest request body in bytes, counted as it arrives; 1 MiB unless told. A longer one is a 413.</summary>
    public int MaxBodyBytes { get; init => field = AtLeastOne(value); } = 1024 * 1024;

    /// <summary>
    /// The longest query string of a GET in characters, as sent, its question mark included; a longer one is a 414. The default, 8,192, is
    /// also Kestrel's limit for a whole request line, so that raising that one does not silently raise this one.
    /// </summary>
    public int MaxQueryStringLength { get; init => field = AtLeastOne(value); } = 8192;

    /// <summary>How deep `variables` and `extensions` may nest, their own braces counting as 1; 64 unless told, the default of System.Text.Json.</summary>
    public int MaxVariablesDepth { get; init => field = AtLeastOne(value); } = 64;

    /// <summary>How many requests one POST may hold in a JSON array; 0, and so no batches at all, unless told. Each has its own limits, and all have one cost between them.</summary>
    public int MaxBatchSize
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    /// <summary>
    /// Asked before a batch is executed, with the number of its requests. False: it is not executed, and whoever was asked has written the answer. Always true,
    /// unless told.
    /// </summary>
    public Func<HttpContext, int, ValueTask<bool>> AdmitBatch { get; init; } = static (_, _) => new(true);

    /// <summary>Whether queries may come by GET. Mutations never do.</summary>
    public bool AllowGet { get; init; } = true;

    /// <summary>What becomes <see cref="Execution.GraphQLRequest.Caller"/>: asked once for each request that is executed. Nobody, unless told.</summary>
    public Func<HttpContext, object?> Caller { get; init; } = static _ => null;

    /// <summary>What becomes <see cref="Execution.GraphQLRequest.HideSchema"/>: true for requests of callers that may not introspect. Never, unless told.</summary>
    public Func<HttpContext, bool> HideSchema { get; init; } = static _ => false;

    /// <summary>What becomes <see cref="Execution.GraphQLRequest.AdmitIntrospection"/>. False unless told.</summary>
    public bool AdmitIntrospection { get; init; }

    /// <summary>
    /// What becomes <see cref="Execution.GraphQLRequest.RightEnds"/> of a request that is answered by an event stream: asked once for each. Null, and so a
    /// right without an end, unless told. A WebSocket's comes with its <see cref="ConnectionVerdict"/>.
    /// </summary>
    public Func<HttpContext, Func<CancellationToken, Task<GraphQLError>>?> RightEnds { get; init; } = static _ => null;

    /// <summary>Serves <c>text/event-stream</c> to clients that prefer it, by POST and by GET; null turns it off.</summary>
    public EventStreamOptions? EventStreams { get; init; } = new();

    /// <summary>
    /// Cancelled when open streams have to end because the server takes its leave; later than the host begins to stop where balancers are given time
    /// to notice, since clients come back at once. Where null, the host's <c>ApplicationStopping</c>.
    /// </summary>
    public CancellationToken? Leaving { get; init; }

    /// <summary>Serves WebSockets on the same route; null, and so off, unless told who may connect.</summary>
    public GraphQLWebSocketOptions? WebSockets { get; init; }

    /// <summary>
    /// Against cross-site request forgery by GET: where the list is not empty, a GET must carry one of these headers. Each must be one
    /// that browsers send across sites only after a preflight (<c>X-API-Key</c>, <c>Authorization</c>, <c>GraphQL-Require-Preflight</c>).
    /// A POST needs none: its only content type, JSON, forces the preflight by itself. Empty, and so off, unless told.
    /// </summary>
    public IReadOnlyList<string> RequiredPreflightHeaders { get; init; } = [];

    /// <summary>Which statuses tell how a request went. <see cref="HttpStatuses.Established"/> unless told: every client takes them.</summary>
    public HttpStatuses Statuses { get; init; }

    private static int AtLeastOne(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        return value;
    }
}
