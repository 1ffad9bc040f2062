using GraphQLTokens.Engine.Errors;

namespace GraphQLTokens.Engine.Transports.WebSockets;

/// <summary>Whether a connection is let in, and as whom.</summary>
public sealed class ConnectionVerdict
{
    private ConnectionVerdict(
        string? refusal, object? caller, Func<CancellationToken, Task<GraphQLError>>? rightEnds, bool hideSchema,
        Func<CancellationToken, ValueTask<OperationVerdict>>? admitOperation)
    {
        Refusal = refusal;
        Caller = caller;
        RightEnds = rightEnds;
        HideSchema = hideSchema;
        AdmitOperation = admitOperation;
    }

    /// <summary>Why not; null for a connection that is let in.</summary>
    public string? Refusal { get; }

    /// <summary>What becomes <see cref="Execution.GraphQLRequest.Caller"/> of the operations of the connection, unless <see cref="AdmitOperation"/> says otherwise.</summary>
    public object? Caller { get; }

    /// <inheritdoc cref="Admitted"/>
    public Func<CancellationToken, Task<GraphQLError>>? RightEnds { get; }

    /// <summary>What becomes <see cref="Execution.GraphQLRequest.HideSchema"/> of every operation of the connection.</summary>
    public bool HideSchema { get; }

    /// <inheritdoc cref="Admitted"/>
    public Func<CancellationToken, ValueTask<OperationVerdict>>? AdmitOperation { get; }

    /// <param name="caller">Who it is; the engine never looks into it.</param>
    /// <param name="rightEnds">
    /// A task that completes when the caller's right to the connection has ended, with the error that says why; null where it does not end. Called once
    /// a connection. Then every open stream ends with that error, nothing new is started, and the connection is closed with 4403.
    /// </param>
    /// <param name="hideSchema">Whether the caller may not introspect.</param>
    /// <param name="admitOperation">Asked once for each operation, before its document is looked at; null: all are started as the caller that the connection was let in as.</param>
    public static ConnectionVerdict Admitted(
        object? caller, Func<CancellationToken, Task<GraphQLError>>? rightEnds = null, bool hideSchema = false,
        Func<CancellationToken, ValueTask<OperationVerdict>>? admitOperation = null) =>
        new(null, caller, rightEnds, hideSchema, admitOperation);

    /// <param name="reason">For the client's developer, sent with 4403; what is beyond 123 bytes of UTF-8 is cut off.</param>
    public static ConnectionVerdict Refused(string reason = "Forbidden") => new(reason, null, null, hideSchema: true, null);
}
