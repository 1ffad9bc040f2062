using System.Net.WebSockets;
using System.Text.Json;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Transports.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GraphQLTokens.Engine.Transports.WebSockets;

/// <summary>
/// GraphQL over WebSocket, "Communication": one connection, from the upgrade to its end. One reader takes the client's messages in their order,
/// one writer sends ours; whatever wants the connection to end says so once, and the first that does is heard.
/// </summary>
internal sealed partial class WebSocketConnection(WebSocket socket, HttpContext context, ConnectionSurroundings surroundings)
{
    // The common message fits.
    private const int InitialBytes = 1024;

    private readonly GraphQLWebSocketOptions options = surroundings.Options;
    private readonly TimeProvider time = surroundings.Life.Time;
    private readonly MessageReader reader = new(socket, surroundings.Options.MaxMessageBytes);
    private readonly MessageWriter writer = new(socket, surroundings.Options.SendTimeout, surroundings.Life.Time);
    private readonly SocketOperations operations = new(surroundings.Options.MaxOperations);
    private readonly TaskCompletionSource<SocketClosure> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SignsOfLife signs = new();
    private volatile Phase phase = Phase.AwaitingInit;
    private CancellationToken living;
    private Task admission = Task.CompletedTask;
    private ConnectionVerdict? admitted;
    private Task<GraphQLError>? rightEnded;
    private GraphQLError? lostRight;

    private enum Phase
    {
        AwaitingInit,
        Admitting,
        Open,
        RightEnded,
    }

    /// <summary>Ends the connection; only the first call counts.</summary>
    public void End(SocketClosure closure) => ended.TrySetResult(closure);

    /// <summary>Serves the connection until its end, whichever side brings it about.</summary>
    public async Task RunAsync()
    {
        using var life = new CancellationTokenSource();
        living = life.Token;
        using var initWait = new CancellationTokenSource(options.InitTimeout, time);
        await using var onInitTimeout = initWait.Token.Register(EndWithoutInit);
        await using var onStopping = surroundings.Life.Stopping.Register(() => End(CloseCodes.GoingAway));

        var writing = WriteAsync();
        var reading = ReadAsync();
        var closure = await ended.Task;
        LogEnd(closure.Code, closure.Reason);
        await life.CancelAsync();
        await CloseAsync(closure, writing, reading);

        // Work that does not heed its cancellation is left behind: it owns its memory, and nobody hears it any more.
        await Task.WhenAll(admission, operations.DrainAsync())
            .WaitAsync(options.CloseTimeout, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task WriteAsync()
    {
        if (await writer.RunAsync() is { } fault)
            End(fault);
    }

    private async Task ReadAsync()
    {
        while (!ended.Task.IsCompleted)
        {
            var message = new PooledBuffer(InitialBytes);
            var isKept = false;
            try
            {
                if (await reader.ReadAsync(message) is { } closure)
                    End(closure);
                else if (!ended.Task.IsCompleted)
                    isKept = await HandleAsync(message);
            }
            catch (Exception exception)
            {
                surroundings.Unexpected.Mask(exception, path: null);
                End(CloseCodes.InternalError);
            }
            finally
            {
                if (!isKept)
                    message.Dispose();
            }
        }
    }

    // True where the message's memory has another owner from now on.
    private async ValueTask<bool> HandleAsync(PooledBuffer memory)
    {
        signs.Note();
        if (ClientMessage.Read(memory.Written, out var message) is { } fault)
        {
            End(CloseCodes.Invalid(fault));
            return false;
        }

        switch (message.Type)
        {
            case ClientMessageType.ConnectionInit:
                return Init(memory, message.Payload);
            case ClientMessageType.Subscribe:
                return await SubscribeAsync(memory, message);
            case ClientMessageType.Ping:
                await writer.WriteAsync(ServerMessage.Pong(message.Payload.Span), living);
                return false;
            case ClientMessageType.Complete:
                operations.Stop(message.Id);
                return false;
            case ClientMessageType.Pong:
            default:
                return false;
        }
    }

    private bool Init(PooledBuffer memory, ReadOnlyMemory<byte> payload)
    {
        if (phase != Phase.AwaitingInit)
        {
            End(CloseCodes.TooManyInits);
            return false;
        }

        // The reader goes on: what comes before the acknowledgement is a breach of the protocol, and is noticed.
        phase = Phase.Admitting;
        admission = AdmitAsync(memory, payload);
        return true;
    }

    private async Task AdmitAsync(PooledBuffer memory, ReadOnlyMemory<byte> payload)
    {
        try
        {
            ConnectionVerdict verdict;
            using (memory)
                verdict = await JudgeAsync(payload);
            if (verdict.Refusal is { } refusal)
            {
                End(CloseCodes.Forbidden(refusal));
                return;
            }

            admitted = verdict;
            rightEnded = verdict.RightEnds?.Invoke(living);
            phase = Phase.Open;
            await writer.WriteAsync(ServerMessage.ConnectionAck(), living);
            await Task.WhenAll(WatchRightAsync(), signs.WatchAsync(options.KeepAliveInterval, time, writer, End, living));
        }
        catch (JsonException)
        {
            End(CloseCodes.Invalid("Invalid message: the payload nests too deep, or holds a member twice"));
        }
        catch (OperationCanceledException) when (living.IsCancellationRequested)
        {
            // The connection has ended meanwhile.
        }
        catch (Exception exception)
        {
            surroundings.Unexpected.Mask(exception, path: null);
            End(CloseCodes.InternalError);
        }
    }

    private async ValueTask<ConnectionVerdict> JudgeAsync(ReadOnlyMemory<byte> payload)
    {
        if (payload.IsEmpty)
            return await options.Admit(new WebSocketConnectionContext(context, null), living);
        using var json = JsonDocument.Parse(payload, new JsonDocumentOptions { AllowDuplicateProperties = false });
        return await options.Admit(new WebSocketConnectionContext(context, json.RootElement), living);
    }

    // Whoever cannot say whether the right still holds has lost it: unsure means deny.
    private async Task WatchRightAsync()
    {
        if (rightEnded is null)
            return;
        try
        {
            lostRight = await rightEnded;
        }
        catch (Exception exception) when (!living.IsCancellationRequested)
        {
            lostRight = surroundings.Unexpected.Mask(exception, path: null);
        }

        phase = Phase.RightEnded;

        // The streams have seen it too, and say so; what was executing under the right may still answer.
        await operations.DrainAsync();
        End(CloseCodes.Forbidden(lostRight.Message));
    }

    private async ValueTask<bool> SubscribeAsync(PooledBuffer memory, ClientMessage message)
    {
        if (phase is Phase.AwaitingInit or Phase.Admitting)
        {
            End(CloseCodes.Unauthorized);
            return false;
        }

        if (operations.IsTaken(message.Id))
        {
            End(CloseCodes.IdTaken(message.Id));
            return false;
        }

        var parameters = new HttpParameters();
        var refusal = RequestJson.Read(message.Payload, surroundings.MaxVariablesDepth, parameters)
            ?? (phase == Phase.RightEnded ? lostRight : null)
            ?? (operations.HasRoom ? null : TooMany());
        if (refusal is null)
        {
            operations.Start(
                new SocketOperation(message.Id, memory, parameters, writer, living),
                (operation, leaving) => operation.RunAsync(surroundings.Start, ToRequest, leaving, surroundings.Unexpected));
            return true;
        }

        parameters.Dispose();
        if (refusal.Code == ErrorCodes.BadRequest)
            End(CloseCodes.Invalid(refusal.Message));
        else
            await writer.WriteAsync(ServerMessage.Error(JsonEncodedText.Encode(message.Id), [refusal]), living);
        return false;
    }

    private GraphQLRequest ToRequest(HttpParameters parameters) => new()
    {
        Document = parameters.Document!,
        OperationName = parameters.OperationName,
        Variables = parameters.Variables?.RootElement ?? default,
        Extensions = parameters.Extensions?.RootElement ?? default,
        Caller = admitted!.Caller,
        HideSchema = admitted.HideSchema,
        RightEnds = rightEnded is { } task ? _ => task : null,
    };

    private GraphQLError TooMany() => LimitExceeded.Error(
        ErrorCodes.OperationLimitExceeded, $"This connection has as many operations under way as it may: {options.MaxOperations}.", options.MaxOperations);

    private void EndWithoutInit()
    {
        if (phase == Phase.AwaitingInit)
            End(CloseCodes.InitTimeout);
    }

    // RFC 6455, section 7.1.2: what waits is sent, then the close frame, and the client has a while to answer it.
    private async Task CloseAsync(SocketClosure closure, Task writing, Task reading)
    {
        using var patience = new CancellationTokenSource(options.CloseTimeout, time);
        await using var cut = patience.Token.Register(socket.Abort);
        if (closure.IsAbrupt)
            socket.Abort();
        writer.Complete();
        await writing;
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(closure.Code, closure.Reason, patience.Token);
        }
        catch (Exception exception) when (SocketFaults.IsOne(exception))
        {
            socket.Abort();
        }

        await reading;
        await reader.ReadToCloseAsync();
    }

    [LoggerMessage(LogLevel.Information, "A WebSocket ended: {Code} {Reason}")]
    private static partial void LogEnd(ILogger logger, WebSocketCloseStatus code, string reason);

    private void LogEnd(WebSocketCloseStatus code, string reason) => LogEnd(surroundings.Log, code, reason);
}
