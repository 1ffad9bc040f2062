using System.Text.Json;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Concurrency;
using GraphQLTokens.Engine.Transports.Http;
using Microsoft.AspNetCore.Http;

namespace GraphQLTokens.Engine.Transports.WebSockets;

/// <summary>
/// What a connection may do: nothing until it is let in, then what its caller may, and nothing new once the caller's right to it has ended.
/// </summary>
internal sealed class ConnectionRight(HttpContext context, ConnectionSurroundings surroundings)
{
    // Written last, wherever it changes together with another field: whoever reads the phase may read the others.
    private volatile Phase phase = Phase.Unasked;
    private ConnectionVerdict? verdict;
    private Task<GraphQLError>? end;

    private enum Phase
    {
        Unasked,
        Asked,
        Given,
        Lost,
    }

    /// <summary>The connection's place among those of its caller, to be given back at its end; once the right was given.</summary>
    public ExecutionPlace Place { get; private set; }

    /// <summary>No <c>connection_init</c> has come.</summary>
    public bool IsUnasked => phase == Phase.Unasked;

    /// <summary>The connection was let in; whether the right still holds, <see cref="Loss"/> tells.</summary>
    public bool WasGiven => phase is Phase.Given or Phase.Lost;

    /// <summary>Why nothing new is started; null while the right holds.</summary>
    public GraphQLError? Loss { get; private set; }

    /// <summary>Called by the connection's reader alone. False where it was asked for before.</summary>
    public bool TryAsk()
    {
        if (phase != Phase.Unasked)
            return false;
        phase = Phase.Asked;
        return true;
    }

    /// <summary>Has the connection judged.</summary>
    /// <param name="payload">Of <c>connection_init</c>; empty for none.</param>
    /// <param name="living">Cancelled with the connection.</param>
    /// <returns>Null for one that is let in, or how it ends.</returns>
    /// <exception cref="JsonException">The payload nests too deep, or holds a member twice.</exception>
    public async ValueTask<SocketClosure?> JudgeAsync(ReadOnlyMemory<byte> payload, CancellationToken living)
    {
        verdict = await AdmitAsync(payload, living);
        if (verdict.Refusal is { } refusal)
            return CloseCodes.Forbidden(refusal);

        // Before the place is taken: this may fail, and a place that was taken must come to be given back.
        end = verdict.RightEnds?.Invoke(living);
        if (!surroundings.Connections.TryEnter(verdict.Caller, out var place))
            return CloseCodes.TooManyConnections(surroundings.Options.Connections!.MaxExecutions);
        Place = place;
        phase = Phase.Given;
        return null;
    }

    /// <summary>Waits for the end of the right, if it has one. Whoever cannot say whether the right still holds has lost it: unsure means deny.</summary>
    /// <param name="living">Cancelled with the connection.</param>
    /// <returns>Why it ended; null for a right that has no end.</returns>
    /// <exception cref="OperationCanceledException">The connection ended first.</exception>
    public async Task<GraphQLError?> WhenLostAsync(CancellationToken living)
    {
        if (end is null)
            return null;
        try
        {
            Loss = await end;
        }
        catch (Exception exception) when (!living.IsCancellationRequested)
        {
            Loss = surroundings.Unexpected.Mask(exception, path: null);
        }

        phase = Phase.Lost;
        return Loss;
    }

    /// <summary>For each operation: whether it is started.</summary>
    public ValueTask<OperationVerdict> AskToStartAsync(CancellationToken living) =>
        verdict!.AdmitOperation?.Invoke(living) ?? ValueTask.FromResult(OperationVerdict.Admitted(verdict.Caller));

    /// <summary>Adds to an operation's parameters what is the connection's, and what the verdict on it says.</summary>
    public GraphQLRequest ToRequest(HttpParameters parameters, OperationVerdict operation) => new()
    {
        Document = parameters.Document,
        DocumentId = parameters.DocumentId,
        OperationName = parameters.OperationName,
        Variables = parameters.Variables?.RootElement ?? default,
        Extensions = parameters.Extensions?.RootElement ?? default,
        Caller = operation.Caller,
        HideSchema = verdict!.HideSchema,
        RightEnds = operation.RightEnds ?? (end is { } task ? _ => task : null),
    };

    private async ValueTask<ConnectionVerdict> AdmitAsync(ReadOnlyMemory<byte> payload, CancellationToken living)
    {
        var admit = surroundings.Options.Admit;
        if (payload.IsEmpty)
            return await admit(new WebSocketConnectionContext(context, null), living);
        using var json = JsonDocument.Parse(payload, new JsonDocumentOptions { AllowDuplicateProperties = false });
        return await admit(new WebSocketConnectionContext(context, json.RootElement), living);
    }
}
