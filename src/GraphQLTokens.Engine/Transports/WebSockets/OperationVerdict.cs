using GraphQLTokens.Engine.Errors;

namespace GraphQLTokens.Engine.Transports.WebSockets;

/// <summary>Whether one operation of a connection is started, and as whom.</summary>
public sealed class OperationVerdict
{
    private OperationVerdict(GraphQLError? refusal, object? caller, Func<CancellationToken, Task<GraphQLError>>? rightEnds)
    {
        Refusal = refusal;
        Caller = caller;
        RightEnds = rightEnds;
    }

    /// <summary>What the operation ends with before it has begun; null for one that is started.</summary>
    public GraphQLError? Refusal { get; }

    /// <summary>What becomes <see cref="Execution.GraphQLRequest.Caller"/> of the operation.</summary>
    public object? Caller { get; }

    /// <inheritdoc cref="Admitted"/>
    public Func<CancellationToken, Task<GraphQLError>>? RightEnds { get; }

    /// <param name="caller">The connection's, as it stands now.</param>
    /// <param name="rightEnds">When a stream of the operation ends, where that is not the end of the right to the connection; null where it is.</param>
    public static OperationVerdict Admitted(object? caller, Func<CancellationToken, Task<GraphQLError>>? rightEnds = null) => new(null, caller, rightEnds);

    /// <param name="error">The connection stays.</param>
    public static OperationVerdict Refused(GraphQLError error) => new(error, null, null);
}
