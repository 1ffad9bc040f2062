namespace GraphQLTokens.Engine.Execution;

/// <summary>What a request came to (section 6.1): one response, or for a subscription the stream of its responses. Exactly one of the two is there.</summary>
public sealed class GraphQLResult
{
    private GraphQLResult(GraphQLResponse? response, IAsyncEnumerable<GraphQLResponse>? stream)
    {
        Response = response;
        Stream = stream;
    }

    /// <summary>The one response to a query or mutation, or the refusal of any request.</summary>
    public GraphQLResponse? Response { get; }

    /// <summary>
    /// A response for each event of the source, always with `data`: null where the event took too long, or too much. It ends when the source does, or when the
    /// reader's cancellation says so; a last response without `data` says why it ended before its time. To be read once.
    /// </summary>
    public IAsyncEnumerable<GraphQLResponse>? Stream { get; }

    public static GraphQLResult Of(GraphQLResponse response) => new(response, null);

    public static GraphQLResult Of(IAsyncEnumerable<GraphQLResponse> stream) => new(null, stream);
}
